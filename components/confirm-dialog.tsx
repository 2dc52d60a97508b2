/**
 * Asks before something that cannot be undone. The browser's own modal dialog: it takes the focus, keeps it, gives it back, and
 * Escape is “no”. The first button is “no”, and has the focus.
 */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from './words';

interface ConfirmDialogProps {
  readonly title: string;
  readonly yes: string;
  /** Must be typed first, where it is given. */
  readonly word?: string;
  readonly words: Words;
  readonly children: ComponentChildren;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function ConfirmDialog({ title, yes, word, words, children, onYes, onNo }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const id = useId();
  const saidYes = useRef(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const isReady = word === undefined || typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      // Closed, not only taken away: then the browser gives the focus back.
      onClose={() => (saidYes.current ? onYes() : onNo())}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          saidYes.current = true;
          dialog.current?.close();
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <div id={`${id}-text`}>{children}</div>
        {word !== undefined && (
          <label class="typed">
            {words.say('care_typeWord', word)}
            <input
              type="text"
              value={typed}
              autocomplete="off"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
        )}
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.say('care_no')}
          </button>
          <button type="submit" class="danger" disabled={!isReady}>
            {yes}
          </button>
        </div>
      </form>
    </dialog>
  );
}
