/** A key to press instead of typing its name. What cannot be taken is refused with the reason, and stays as it was. */
import { useState } from 'preact/hooks';
import type { DeskSettings } from '@/lib/desk-settings';
import { type Action, refusalOf, shortcutOf } from '@/lib/shortcuts';
import { KeyCaps } from './key-caps';
import { commandWord } from './key-legend';
import { labelTitle } from './label-title';
import type { Words } from './words';

interface KeyFieldProps {
  readonly owner: Action;
  /** What the key does, in words. */
  readonly title: string;
  readonly shortcut: string | undefined;
  readonly desk: DeskSettings;
  readonly words: Words;
  /** A command needs a key; a label may have none. */
  readonly canBeNone: boolean;
  readonly onChange: (shortcut: string | undefined) => void;
}

const nameOf = (action: Action, desk: DeskSettings, words: Words): string =>
  action.kind === 'label' ? labelTitle(words, action.key, desk.codebook) : words.say(commandWord[action.command]);

/** Why not, in words; `undefined` where it can be taken. */
export function keyRefusal(shortcut: string, desk: DeskSettings, owner: Action, words: Words): string | undefined {
  const refusal = refusalOf(shortcut, desk, owner);
  switch (refusal?.why) {
    case undefined:
      return undefined;
    case 'no-key':
      return words.say('opt_refusedKey');
    case 'x':
      return words.say('opt_refusedX');
    case 'browser':
      return words.say('opt_refusedBrowser');
    case 'taken':
      return words.say('opt_refusedTaken', nameOf(refusal.by, desk, words));
  }
}

export function KeyField({ owner, title, shortcut, desk, words, canBeNone, onChange }: KeyFieldProps) {
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<string>();

  function onKeyDown(event: KeyboardEvent): void {
    if (!isListening || event.key === 'Tab' || ['Shift', 'Alt', 'Control', 'Meta'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const isNone = canBeNone && (event.key === 'Backspace' || event.key === 'Delete');
    const isAsItWas = event.key === 'Escape';
    const pressed = isNone ? undefined : shortcutOf(event);
    const refused = isAsItWas || pressed === undefined ? undefined : keyRefusal(pressed, desk, owner, words);
    setProblem(refused);
    if (refused !== undefined) return;
    setListening(false);
    if (!isAsItWas) onChange(pressed);
  }

  return (
    <div class="key-field">
      <button
        type="button"
        aria-label={words.say('opt_shortcutOf', title)}
        aria-pressed={isListening}
        onClick={() => setListening(true)}
        onKeyDown={onKeyDown}
        onBlur={() => setListening(false)}
      >
        {shortcut === undefined ? <span class="quiet">{words.say('opt_noKey')}</span> : <KeyCaps shortcut={shortcut} />}
      </button>
      <p class="quiet" role="status">
        {isListening ? words.say(canBeNone ? 'opt_pressOrNone' : 'opt_press') : ''}
      </p>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
