/** A field whose text is kept when one leaves it, or presses Enter: what is typed meanwhile is nobody else's. */
import { useEffect, useId, useState } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly hint?: string;
  readonly isLong?: boolean;
  readonly onCommit: (value: string) => void;
}

export function TextField({ label, value, maxLength, hint, isLong = false, onCommit }: TextFieldProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const id = useId();
  const common = {
    id,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    value: draft,
    maxLength,
    dir: 'auto' as const,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => setDraft(event.currentTarget.value),
    onChange: () => {
      if (draft.trim() !== value) onCommit(draft.trim());
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? <textarea rows={2} {...common} /> : <input type="text" {...common} />}
      {hint !== undefined && (
        <small class="quiet" id={`${id}-hint`}>
          {hint}
        </small>
      )}
    </div>
  );
}
