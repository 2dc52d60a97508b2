/** Precision and recall of each level and fingerprint, in a table of words and figures. */
import type { Quality } from '@/lib/desk/quality';
import type { Fit, Rate } from '@/lib/fit';
import { Table } from './table';
import type { WordKey, Words } from './words';

/** Below this the intervals say little. */
const FEW = 30;

export function rateWords(rate: Rate | undefined, otherwise: WordKey, words: Words): string {
  if (rate === undefined) return words.say(otherwise);
  const { share, low, high, hits, of } = rate;
  const shares = [share, low, high].map(words.percent);
  return words.say('q_rate', ...shares, words.number(hits), words.number(of));
}

/** Of no account labelled spam was there enough to say anything: no recall of 0 is found by that. */
const sawNothing = ({ precision, recall, unseen }: Fit): boolean =>
  precision === undefined && recall !== undefined && unseen === recall.of;

/** A fingerprint's id as its title: `copied-text` has its words beside the thresholds. */
function nameWords(name: string, words: Words): string {
  if (name === 'strong') return words.say('q_strong');
  if (name === 'any') return words.say('q_any');
  const group = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return words.say(`set_${group}` as WordKey) || name;
}

interface QualityFitProps {
  readonly quality: Quality;
  readonly words: Words;
}

export function QualityFit({ quality, words }: QualityFitProps) {
  const { spam, genuine, neither, foreign, levels, fingerprints } = quality;
  const counted = [spam, genuine, neither].map(words.number);
  return (
    <>
      <p>{words.say('q_counted', ...counted)}</p>
      {foreign > 0 && <p class="quiet">{words.count('q_foreign', foreign)}</p>}
      {spam + genuine === 0 ? (
        <p>{words.say('q_noneCounts')}</p>
      ) : (
        <>
          {spam + genuine < FEW && <p class="quiet">{words.say('q_small')}</p>}
          <Table
            caption={words.say('q_fit')}
            rows={[...levels, ...fingerprints]}
            rowKey={({ name }: Fit) => name}
            columns={[
              { key: 'what', title: words.say('q_what'), cell: ({ name }) => nameWords(name, words) },
              {
                key: 'precision',
                title: words.say('q_precision'),
                cell: ({ precision }) => rateWords(precision, 'q_marksNone', words),
              },
              {
                key: 'recall',
                title: words.say('q_recall'),
                cell: (fit) =>
                  sawNothing(fit) ? words.say('level_notEnough') : rateWords(fit.recall, 'q_noSpam', words),
              },
              {
                key: 'wrong',
                title: words.say('q_wrong'),
                cell: (fit) => (sawNothing(fit) ? '' : rateWords(fit.wrong, 'q_noGenuine', words)),
              },
              {
                key: 'unseen',
                title: words.say('q_unseen'),
                kind: 'number',
                cell: ({ unseen }) => words.number(unseen),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
