/** What a checked file would bring: what is in it, what is known, what it does not say, and what is left out, line by line. */
import type { Preview } from '@/lib/desk/preview';
import type { Refusal, Remark } from '@/lib/formats/imported';
import type { WordKey, Words } from './words';

interface ImportPreviewProps {
  readonly preview: Preview;
  readonly words: Words;
}

const key = (prefix: string, name: string): WordKey => `${prefix}_${name.replaceAll('-', '_')}` as WordKey;
const refusalWords = (reason: Refusal): WordKey => key('import_refusal', reason);
export const blockedWords = (reason: NonNullable<Preview['blocked']>): WordKey => key('import_blocked', reason);
const remarkWords = (remark: Remark): WordKey => key('import_remark', remark);
const pairs = <Name extends string>(
  counts: Readonly<Partial<Record<Name, number>>>,
): readonly (readonly [Name, number])[] => (Object.entries(counts) as [Name, number][]).toSorted((a, b) => b[1] - a[1]);

export function ImportPreview({ preview, words }: ImportPreviewProps) {
  const { say, number } = words;
  const { fromMs, toMs } = preview;
  const figures: readonly (readonly [WordKey, number])[] = [
    ['import_has_posts', preview.posts],
    ['import_has_accounts', preview.accounts],
    ['import_has_labels', preview.labels],
    ['import_has_dismissals', preview.dismissals],
    ['import_has_sightings', preview.sightings],
    ['import_known_posts', preview.knownPosts],
    ['import_known_accounts', preview.knownAccounts],
    ['import_duplicates', preview.duplicates],
    ['import_disagreeing', preview.disagreeing],
    ['import_without_client', preview.withoutClient],
    ['import_without_created', preview.withoutCreatedAt],
  ];
  const told: readonly (readonly [WordKey, number])[] = [
    ...figures.filter(([name, n]) => n > 0 || name === 'import_has_posts'),
    ...pairs(preview.remarks).map(([remark, n]) => [remarkWords(remark), n] as const),
  ];
  return (
    <section class="import-preview" aria-labelledby="import-preview">
      <h3 id="import-preview">{say('import_preview')}</h3>
      <dl>
        {told.map(([name, n]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{number(n)}</dd>
          </div>
        ))}
        {fromMs !== undefined && toMs !== undefined && (
          <div>
            <dt>{say('import_has_span')}</dt>
            <dd>{say('import_span', words.time(fromMs), words.time(toMs))}</dd>
          </div>
        )}
        {preview.hashtags.length > 0 && (
          <div>
            <dt>{say('import_has_hashtags')}</dt>
            <dd>
              {preview.hashtags.map(({ tag, posts }) => (
                <span key={tag} class="tag">
                  <bdi>#{tag}</bdi> {number(posts)}
                </span>
              ))}
            </dd>
          </div>
        )}
        {preview.minuteTimes && (
          <div>
            <dt>{say('import_minute_times')}</dt>
            <dd />
          </div>
        )}
      </dl>
      {preview.refused > 0 && <Refused preview={preview} words={words} />}
    </section>
  );
}

function Refused({ preview, words }: ImportPreviewProps) {
  const { say, number } = words;
  return (
    <details open={preview.refused <= preview.firstRefused.length}>
      <summary>
        {say('import_refused')} <strong>{number(preview.refused)}</strong>
      </summary>
      <ul>
        {pairs(preview.refusals).map(([reason, n]) => (
          <li key={reason}>
            {number(n)} · {say(refusalWords(reason))}
          </li>
        ))}
      </ul>
      <p class="quiet">{say('import_refused_first')}</p>
      <ol>
        {preview.firstRefused.map(({ line, reason }, i) => (
          <li key={`${line} ${i}`}>
            {say('import_line', number(line))}: {say(refusalWords(reason))}
          </li>
        ))}
      </ol>
    </details>
  );
}
