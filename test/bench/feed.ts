/**
 * What the benchmark feeds in: hashtag pages of people with a campaign among them, ever new ones, as X's own responses.
 * Made from numbers alone, so that every run on every machine reads the same.
 */
import type { Capture } from '../../lib/model';
import { hash32 } from '../../lib/text/hash';
import { articleLike, play } from '../evaluate/campaign';
import { chatter } from '../evaluate/chatter';
import { pageOf } from '../evaluate/page';
import { DAY_MS, openStage, people } from '../evaluate/stage';
import { arabicLoan, arabicSchool } from '../evaluate/tongues/arabic';
import { english } from '../evaluate/tongues/english';
import { persian } from '../evaluate/tongues/persian';
import { turkish } from '../evaluate/tongues/turkish';
import { seeded } from '../scenarios/random';
import { captures } from '../scenarios/scenarios';
import type { Scenario } from '../scenarios/truth';

/** Names a page: the draws of `seed` decide who does what, `number` what they are called and what they say. */
export interface PageOf {
  readonly number: number;
  readonly seed: number;
}

const TONGUES = [arabicLoan, english, turkish, persian, arabicSchool];
const PEOPLE = 700;
const MEMBERS = 320;

/**
 * One page of about 3,000 posts, half of them a campaign's. Two pages of one seed and two numbers are the same play with
 * other actors in other words: what differs in time between them is the log's size.
 */
export function hashtagPage({ number, seed }: PageOf): Scenario {
  const random = seeded(seed);
  const stage = openStage(random, TONGUES[seed % TONGUES.length] ?? arabicLoan);
  const plan = articleLike(stage, 'bench', { count: MEMBERS, postsEach: [4, 6] });
  const crowd = people(stage, PEOPLE);
  const page = pageOf(
    stage,
    `bench-${number}`,
    [...plan.accounts, ...crowd],
    [...play(stage, plan), ...chatter(stage, crowd)],
  );
  return anew(page, number);
}

/** X's ids carry the time above these bits. */
const TIME_SHIFT = 22n;

/** The same page on another day, by other accounts, about another subject. */
function anew(page: Scenario, number: number): Scenario {
  const laterMs = number * DAY_MS;
  const account = (id: string) => String(BigInt(id) + BigInt(number) * 1_000_003n);
  const post = (id: string) => String(BigInt(id) + (BigInt(laterMs) << TIME_SHIFT));
  const hashtag = `${page.hashtag}_${number}`;
  return {
    id: page.id,
    hashtag,
    accounts: page.accounts.map((one) => ({ ...one, id: account(one.id), handle: handleOf(one.handle, number) })),
    posts: page.posts.map((one) => ({
      ...one,
      id: post(one.id),
      authorId: account(one.authorId),
      createdAtMs: one.createdAtMs + laterMs,
      text: reworded(one.text, number).replaceAll(`#${page.hashtag}`, `#${hashtag}`),
      ...(one.inReplyTo === undefined ? {} : { inReplyTo: post(one.inReplyTo) }),
      ...(one.repostOf === undefined ? {} : { repostOf: post(one.repostOf) }),
      ...(one.quoteOf === undefined ? {} : { quoteOf: post(one.quoteOf) }),
    })),
  };
}

const handleOf = (handle: string, number: number): string =>
  `${handle.slice(0, 11)}${number.toString(36).padStart(3, '0')}`;

const LATIN = [...'aabcdeefghiijklmnooprstuuvyz'];
const ARABIC = [...'اابتثجحخدذرزسشصضطظعغفقكللمنهوي'];

/**
 * Longer words become others, the same word always the same one: each page has a subject of its own, and what binds the
 * sentences together stays common to all, as in a language. The grammars are too small for half a million texts.
 */
function reworded(text: string, number: number): string {
  return text.replace(/(?<![#@\p{L}_])\p{L}{4,}/gu, (word) => {
    const letters = /^[\u0600-\u06ff]/.test(word) ? ARABIC : LATIN;
    return Array.from(word, (_, i) => letters[hash32(word, number * 31 + i) % letters.length]).join('');
  });
}

/** The captures of one page, newest posts first. */
export function* capturesOf(page: Scenario, pageSize: number): Generator<Capture> {
  for (const { url, pageUrl, capturedAt, body } of captures(page, { pageSize })) {
    yield { url, pageUrl, capturedAtMs: capturedAt, body };
  }
}
