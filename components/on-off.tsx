/** One thing to switch on, with what it does. */
import { useId } from 'preact/hooks';
import './on-off.css';

interface OnOffProps {
  readonly title: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function OnOff({ title, hint, checked, onChange }: OnOffProps) {
  const hintId = useId();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={checked}
        aria-label={title}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{title}</span>
      <span class="quiet" id={hintId}>
        {hint}
      </span>
    </label>
  );
}
