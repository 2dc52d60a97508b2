/** What was judged of an account, and by which posts: what matches, what does not, what was not seen. */
import type { CardView } from '@/lib/messages';
import type { Finding, Verdict } from '@/lib/model';
import { sentenceOf } from '@/lib/sentences';
import { Mark, markOf } from './mark';
import type { WordKey, Words } from './words';

export const levelWord: { readonly [Level in CardView['level']]: WordKey } = {
  strong: 'level_strong',
  weak: 'level_weak',
  none: 'level_none',
  'not-enough-seen': 'level_notEnough',
};

function Figures({ finding, words }: { readonly finding: Finding; readonly words: Words }) {
  const figures: readonly (readonly [WordKey, number | undefined])[] = [
    ['figure_observed', finding.observed],
    ['figure_threshold', finding.threshold],
    ['figure_baseline', finding.baseline],
    ['figure_n', finding.n],
    ['figure_p', finding.p],
  ];
  const known = figures.filter((figure): figure is readonly [WordKey, number] => figure[1] !== undefined);
  if (known.length === 0) return null;
  return (
    <span class="figures">
      {known.map(([key, value]) => (
        <span key={key}>{words.say(key, words.figure(value))}</span>
      ))}
    </span>
  );
}

interface SectionProps {
  readonly title: string;
  readonly kind: 'match' | 'against' | 'unknown';
  readonly findings: readonly Finding[];
  /** Sentences that no finding says. */
  readonly others?: Verdict['counterEvidence'];
  readonly words: Words;
}

interface SentenceProps {
  /** In words where an earlier version kept it: English, whatever the language of the words around it. */
  readonly english: boolean;
  readonly text: string;
  readonly words: Words;
}

/** Its direction is told, not guessed: an Arabic one may begin with a number whose marks run left to right. */
const Sentence = ({ english, text, words }: SentenceProps) =>
  english ? (
    <span dir="ltr" lang="en">
      {text}
    </span>
  ) : (
    <span dir={words.dir}>{text}</span>
  );

function Section({ title, kind, findings, others = [], words }: SectionProps) {
  // An earlier version kept the findings' sentences among the others, too.
  const told = new Set(findings.map(({ sentence }) => sentence));
  const more = [...new Set(others)].filter((one) => typeof one !== 'string' || !told.has(one));
  if (findings.length + more.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class={`findings ${kind}`}>
        {findings.map((finding) => (
          <li key={finding.fingerprint}>
            <Sentence english={!finding.said} text={sentenceOf(finding, words.sentence)} words={words} />
            {kind !== 'unknown' && <Figures finding={finding} words={words} />}
          </li>
        ))}
        {more.map((one) => {
          const english = typeof one === 'string';
          const text = english ? one : words.sentence(one);
          return (
            <li key={text}>
              <Sentence english={english} text={text} words={words} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What matches, what does not, what was not there to look at; each with its figures. */
export function Findings({ verdict, words }: { readonly verdict: Verdict; readonly words: Words }) {
  const by = (outcome: Finding['outcome']) => verdict.findings.filter((finding) => finding.outcome === outcome);
  const { counterEvidence, unknowns = [] } = verdict;
  return (
    <>
      <Section title={words.say('card_found')} kind="match" findings={by('match')} words={words} />
      <Section
        title={words.say('card_against')}
        kind="against"
        findings={by('no-match')}
        others={counterEvidence}
        words={words}
      />
      <Section
        title={words.say('card_unknown')}
        kind="unknown"
        findings={by('not-enough-seen')}
        others={unknowns}
        words={words}
      />
    </>
  );
}

interface EvidenceProps {
  readonly handle: string;
  readonly view: CardView;
  readonly words: Words;
  readonly postUrl: (handle: string, postId: string) => string;
}

export function Evidence({ view, handle, words, postUrl }: EvidenceProps) {
  return (
    <>
      <p class={`verdict ${view.level}`}>
        <Mark kind={markOf(view.level)} size={20} />
        <span>
          {words.say(levelWord[view.level])}
          {view.flockSize !== undefined && <span class="more">{words.count('flock', view.flockSize)}</span>}
        </span>
      </p>
      <Findings verdict={view.verdict} words={words} />
      {view.provingPosts.length > 0 && (
        <section>
          <h3>{words.say('card_posts')}</h3>
          <ul class="posts">
            {view.provingPosts.map((post) => (
              <li key={post.id}>
                <p dir="auto" lang={post.lang}>
                  {post.text}
                </p>
                <a
                  href={postUrl(handle, post.id)}
                  aria-label={words.say('card_openPost', words.time(post.createdAtMs))}
                >
                  <time dateTime={new Date(post.createdAtMs).toISOString()}>{words.time(post.createdAtMs)}</time>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="end" />
    </>
  );
}
