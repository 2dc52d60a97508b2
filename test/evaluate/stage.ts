/** A hashtag page of the evaluation before anybody has spoken: when, in which language, and what genuine people are like. */
import { CLIENTS_2026, type Crowd } from '../scenarios/crowd';
import { compose } from '../scenarios/grammar';
import { genuineAccount } from '../scenarios/profiles';
import type { Random } from '../scenarios/random';
import type { TruthAccount } from '../scenarios/truth';
import { person, type Tongue } from './tongues/tongue';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export interface Stage extends Crowd {
  readonly tongue: Tongue;
  /** Handles in use, in lower case. */
  readonly taken: Set<string>;
}

/** An empty page of some hours on a day of 2026 that the seed chooses. */
export function openStage(random: Random, tongue: Tongue, hours = random.int(5, 16)): Stage {
  const fromMs = Date.UTC(2026, random.int(2, 10), random.int(1, 28), random.int(5, 12));
  const toMs = fromMs + hours * HOUR_MS;
  const hashtag = random.pick(tongue.hashtags);
  return { random, tongue, hashtag, fromMs, toMs, cap: 280, clients: CLIENTS_2026, taken: new Set() };
}

export interface PeopleOptions {
  /** Share who signed up within the last 30 days; a topic in the news brings some. */
  readonly recent?: number;
  readonly eightDigits?: number;
}

/** Genuine accounts: dates over all years, counts that vary a thousandfold. */
export function people(stage: Stage, count: number, options: PeopleOptions = {}): TruthAccount[] {
  const { random, tongue, taken, fromMs } = stage;
  const { recent = 0.05, eightDigits = 0.14 } = options;
  return Array.from({ length: count }, () => {
    const account = genuineAccount(random, taken, { untilMs: fromMs, recent, eightDigits });
    if (!tongue.names) return account;
    const bio = random
      .shuffle(tongue.bios)
      .slice(0, random.int(1, 2))
      .join(random.pick([' | ', ' · ', ', ', '\n']));
    return { ...account, ...person(tongue, random, taken, eightDigits), bio: account.bio ? bio : '' };
  });
}

/** What one genuine person says, without a tag. */
export function saying({ random, tongue }: Stage): string {
  const text = compose(random, tongue.grammar, random.int(...tongue.clauses));
  const end = random.weighted([
    ['', 6],
    ['.', 1],
    ['!', 1],
    ['!!', 0.5],
    ['...', 0.7],
    [random.pick(['؟', '?', '??']), 0.4],
  ]);
  return random.chance(0.25) ? `${text}${end} ${random.pick(tongue.emoji)}` : `${text}${end}`;
}

/** A text with the page's tag where people put it; the other tag now and then. Cut to the longest a post may be. */
export function tagged(stage: Stage, text: string): string {
  const { random, hashtag, cap, tongue } = stage;
  const tag = `#${hashtag}`;
  const other = random.chance(0.1) ? ` #${random.pick(tongue.hashtags)}` : '';
  const said = [...text].slice(0, cap - tag.length - other.length - 2).join('');
  return random.weighted([
    [`${said} ${tag}${other}`, 0.64],
    [`${tag} ${said}`, 0.2],
    [`${said}\n${tag}${other}`, 0.1],
    [`${tag}\n\n${said}`, 0.06],
  ]);
}
