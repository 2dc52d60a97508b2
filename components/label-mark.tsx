/** A label's colour, on a shape that says the same without it. Its title always stands beside it. */
import { Mark } from './mark';

export function LabelMark({ colour, size = 12 }: { readonly colour: string | undefined; readonly size?: number }) {
  return (
    <span class="label-mark" style={colour === undefined ? undefined : { color: colour }}>
      <Mark kind="label" size={size} />
    </span>
  );
}
