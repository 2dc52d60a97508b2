/** Which key does what: the codebook's labels with what they mean, then the rest. */
import { inUse } from '@/lib/codebook';
import type { Command, DeskSettings } from '@/lib/desk-settings';
import { KeyCaps } from './key-caps';
import { LabelMark } from './label-mark';
import { labelTitle } from './label-title';
import type { WordKey, Words } from './words';

export const commandWord: { readonly [C in Command]: WordKey } = {
  undo: 'tag_keyUndo',
  note: 'tag_keyNote',
  help: 'tag_keyHelp',
  blind: 'tag_keyBlind',
};
export const commands = Object.keys(commandWord) as readonly Command[];

export function KeyLegend({ desk, words }: { readonly desk: DeskSettings; readonly words: Words }) {
  return (
    <dl class="legend">
      {inUse(desk.codebook).map(({ key, colour, description, shortcut }) => (
        <div key={key}>
          <dt>
            {shortcut === undefined ? (
              <span class="quiet">{words.say('tag_noKey')}</span>
            ) : (
              <KeyCaps shortcut={shortcut} />
            )}
          </dt>
          <dd>
            <LabelMark colour={colour} />
            <bdi>{labelTitle(words, key, desk.codebook)}</bdi>
            {description !== '' && (
              <p class="quiet" dir="auto">
                {description}
              </p>
            )}
          </dd>
        </div>
      ))}
      {commands.map((command) => (
        <div key={command} class="command">
          <dt>
            <KeyCaps shortcut={desk.keys[command]} />
          </dt>
          <dd>{words.say(commandWord[command])}</dd>
        </div>
      ))}
    </dl>
  );
}
