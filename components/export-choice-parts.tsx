/** One of several, and yes or no: with a line below that says what it means. */
import { useId } from 'preact/hooks';

interface PartProps {
  readonly label: string;
  readonly about?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
}

export function OneOf({
  name,
  onChoose,
  ...part
}: PartProps & { readonly name: string; readonly onChoose: () => void }) {
  return <Part {...part} type="radio" name={name} onInput={onChoose} />;
}

export function YesNo({ onChange, ...part }: PartProps & { readonly onChange: (on: boolean) => void }) {
  return <Part {...part} type="checkbox" name="" onInput={onChange} />;
}

interface AnyPartProps extends PartProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly onInput: (on: boolean) => void;
}

function Part({ type, name, label, about, checked, disabled = false, onInput }: AnyPartProps) {
  const id = useId();
  return (
    <div class={`part ${disabled ? 'off' : ''}`}>
      <input
        type={type}
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        onChange={(event) => onInput(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {about !== undefined && (
        <p id={`${id}-about`} class="about">
          {about}
        </p>
      )}
    </div>
  );
}
