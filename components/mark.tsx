/** The marks of Flockmark: shapes that differ, so that colour is never needed to tell them apart. Symmetric, so the same in either direction. */
import type { Level } from '@/lib/model';

const strokes = {
  /** Three birds in formation. */
  strong: ['M1.5 7 4.5 4.5 7.5 7', 'M8.5 7 11.5 4.5 14.5 7', 'M5 12 8 9.5 11 12'],
  /** One bird, and two not yet sure. */
  weak: ['M4 8.5 8 5 12 8.5', 'M4.5 12.5h.01', 'M11.5 12.5h.01'],
  none: ['M3.5 8h9'],
  label: ['M4.5 2.5h7v11L8 10.8 4.5 13.5Z'],
} as const;

export type MarkKind = keyof typeof strokes;

export const markOf = (level: Level): MarkKind => (level === 'strong' || level === 'weak' ? level : 'none');

export function Mark({ kind, size = 14 }: { readonly kind: MarkKind; readonly size?: number }) {
  return (
    <svg
      class="mark"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={kind === 'label' ? 1.6 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {strokes[kind].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
