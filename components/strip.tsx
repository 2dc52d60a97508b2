/** One line on top of a hashtag page: what was seen, how much of it matches. */
import type { PageSummary } from '@/lib/messages';
import { Mark } from './mark';
import type { Words } from './words';

/** The strip's parts, also as one sentence for a screen reader. */
export function stripParts(summary: PageSummary, words: Words): readonly [seen: string, match: string, share: string] {
  const { posts, accounts, strong, weak, share } = summary;
  const seen = words.say('strip_seen', words.count('posts', posts), words.count('accounts', accounts));
  const match = words.count('strip_match', strong + weak);
  return [
    seen,
    weak > 0 ? `${match} (${words.count('strip_weak', weak)})` : match,
    share === undefined ? words.say('strip_notEnough') : words.say('strip_share', words.percent(share)),
  ];
}

interface StripProps {
  readonly summary: PageSummary;
  /** What a screen reader says, changed seldom. */
  readonly announced: string;
  readonly words: Words;
}

/** In place of the figures; the same to eye and ear. */
export const stripLine = (summary: PageSummary, words: Words): string =>
  summary.blind ? words.say('tag_blindOn') : stripParts(summary, words).join(', ');

export function Strip({ summary, announced, words }: StripProps) {
  if (summary.blind) {
    return (
      <>
        <p class="strip blind" dir={words.dir} lang={words.locale}>
          <Mark kind="blind" size={16} />
          <span class="share">{stripLine(summary, words)}</span>
        </p>
        <Live announced={announced} words={words} />
      </>
    );
  }
  const [seen, match, share] = stripParts(summary, words);
  return (
    <>
      <p class="strip" dir={words.dir} lang={words.locale}>
        <Mark kind="strong" />
        <span class="seen">{seen}</span>
        <span class="dot" aria-hidden="true">
          ·
        </span>
        <span class={summary.strong + summary.weak > 0 ? 'match some' : 'match'}>{match}</span>
        <span class="dot" aria-hidden="true">
          ·
        </span>
        <span class="share">{share}</span>
      </p>
      <Live announced={announced} words={words} />
    </>
  );
}

function Live({ announced, words }: Pick<StripProps, 'announced' | 'words'>) {
  return (
    <span class="live" aria-live="polite" dir={words.dir} lang={words.locale}>
      {announced}
    </span>
  );
}
