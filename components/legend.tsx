/** The legend as it lies above X's page: the keys, who codes, and the way to change both. */
import type { DeskSettings } from '@/lib/desk-settings';
import { KeyLegend } from './key-legend';
import type { Words } from './words';

interface LegendProps {
  readonly desk: DeskSettings;
  readonly words: Words;
  readonly onClose: () => void;
  readonly onOptions: () => void;
}

export function Legend({ desk, words, onClose, onOptions }: LegendProps) {
  return (
    // The padding is the content's, so that a press on the dialog itself is one outside.
    <div class="content">
      <h2>{words.say('tag_legend')}</h2>
      <p class="quiet">{words.say('popup_keyHint')}</p>
      <KeyLegend desk={desk} words={words} />
      {desk.blind && <p class="quiet">{words.say('tag_blindOn')}</p>}
      <p class="quiet">{desk.coder ? words.say('tag_coder', desk.coder) : words.say('tag_noCoder')}</p>
      <div class="row">
        <button type="button" class="plain" onClick={onOptions}>
          {words.say('tag_change')}
        </button>
        <button type="button" class="close" onClick={onClose}>
          {words.say('card_close')}
        </button>
      </div>
    </div>
  );
}
