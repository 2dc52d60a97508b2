/** What is shown in X's page while one codes: the same two switches in the popup and the options. */
import type { DeskSettings } from '@/lib/desk-settings';
import { OnOff } from './on-off';
import type { Words } from './words';

interface CodingSwitchesProps {
  readonly desk: DeskSettings;
  readonly words: Words;
  readonly onDesk: (change: Partial<DeskSettings>) => void;
}

export function CodingSwitches({ desk, words, onDesk }: CodingSwitchesProps) {
  return (
    <>
      <OnOff
        title={words.say('tag_blind')}
        hint={words.say('tag_blindHint')}
        checked={desk.blind}
        onChange={(blind) => onDesk({ blind })}
      />
      <OnOff
        title={words.say('tag_labelButtons')}
        hint={words.say('tag_labelButtonsHint')}
        checked={desk.labelButtons}
        onChange={(labelButtons) => onDesk({ labelButtons })}
      />
    </>
  );
}
