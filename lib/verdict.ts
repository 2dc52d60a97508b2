/**
 * Findings → verdict, the same whatever their order.
 *
 * METHOD §2: a badge needs two families at least, one of them text or cadence. Beyond that necessary rule:
 * - copied texts and a second family that the account itself shows, or fits while its flock shows it: weak;
 * - copied texts with one app, other hashtags or equal bios are what prayer apps and regional editions show too, so they
 *   count only where the flock has a rhythm or runs of creation dates as well: weak;
 * - runs of creation dates alone do not count where the flock is seen to post from the apps that everybody has;
 * - the account's own bursts, or a second and a third family together: strong.
 * Fingerprints that support (links, handles, isolation) never decide.
 * - a flock with an audience of its own, or that says it is automated (ministries, editions, alert feeds), gets no badge.
 * What speaks against is taken off again: most of its posts are its own words, or it posts from another app than its flock.
 */

import type { Evidence } from './fingerprints/fingerprint';
import type { Finding, Level, Verdict } from './model';
import type { Said } from './sentences/said';
import type { Settings } from './settings';

/** Goes up whenever the same evidence can give another verdict, or one of another form: what is kept is then made anew. */
export const ENGINE_VERSION = 3;

/** Begins a flock's signature: by which engine and settings its accounts were judged, what is switched off among them. */
export const judgedBy = ({ version, off }: Settings): string =>
  `${ENGINE_VERSION} ${version} ${off.length === 0 ? 'all' : `without ${off.toSorted().join(',')}`} `;

/** What is true of the account's flock as a whole. */
export interface FlockContext {
  readonly rhythm: boolean;
  readonly runs: boolean;
  readonly standing: { readonly established: boolean; readonly share: number; readonly n: number };
  /** Its bios say that a program writes. */
  readonly automated?: boolean;
}

const LEVELS = ['none', 'weak', 'strong'] as const;
/** Posts seen from which “nothing found” is a finding rather than too little to tell. */
export const ENOUGH_POSTS = 3;

export function judge(evidence: Evidence, findings: readonly Finding[], whole?: FlockContext): Verdict {
  const { account, posts, flock, settings } = evidence;
  const matches = new Map(findings.filter((one) => one.outcome === 'match').map((one) => [one.fingerprint, one]));
  const copied = matches.get('copied-text');
  const bursts = matches.get('burst-rhythm');
  const dates = matches.get('creation-cluster');
  const inStep = matches.get('phase-lock');
  const others = ['one-client', 'retargeting', 'reused-profile'].map((id) => matches.get(id));
  // One person in a hurry is no flock: bursts count where the flock as a whole has them.
  const cadence = (whole?.rhythm ? bursts : undefined) ?? inStep;
  const elsewhere = others.some((one) => one !== undefined);
  // In step alone with dates, people may follow one trainer, or one clock: only one app beside it makes them two families.
  const families = [whole?.rhythm && bursts, dates, elsewhere].filter(Boolean).length + (inStep && elsewhere ? 1 : 0);

  // Phones of all kinds, and nobody in a hurry: people who joined together, a class, a fan club.
  const app = findings.find((one) => one.fingerprint === 'one-client');
  const ordinary = app?.outcome === 'no-match' && !app.against;

  let rank = 0;
  if (copied && (cadence || (dates && (elsewhere || !ordinary)) || (elsewhere && (whole?.rhythm || whole?.runs))))
    rank = 1;
  const enough = (flock?.accounts ?? 0) >= settings.copiedText.strongAccounts;
  if (rank === 1 && enough && ((whole?.rhythm && bursts?.scope === 'own') || families >= 2)) rank = 2;
  if (whole?.standing.established || whole?.automated) rank = 0;

  const against = counterEvidence(evidence, findings, bursts?.scope === 'own', whole);
  // What two families beside the texts say is weakened, not undone, by words of one's own: campaigns fill in with them.
  const floor = families >= 2 ? 1 : 0;
  const level: Level = rank > 0 ? LEVELS[Math.max(floor, rank - against.weight)]! : 'none';
  return {
    accountId: account?.id ?? '',
    level: level === 'none' && rank === 0 && posts.length < ENOUGH_POSTS ? 'not-enough-seen' : level,
    findings,
    ...(flock ? { flockId: flock.id, flockSize: flock.accounts } : {}),
    counterEvidence: against.said,
    engineVersion: ENGINE_VERSION,
    settingsVersion: settings.version,
  };
}

/** What speaks for a person: own words, another app. Each takes a level off. */
function counterEvidence(
  { posts, shared, flock }: Evidence,
  findings: readonly Finding[],
  ownBursts: boolean,
  whole: FlockContext | undefined,
) {
  const copies = new Set(shared.flatMap((text) => text.postIds));
  const original = posts.filter((post) => post.kind !== 'repost');
  const own = original.filter((post) => !copies.has(post.id)).length;
  const ownWords = original.length >= 4 && own > original.length / 2;
  const { established = false, share = 0, n = 0 } = whole?.standing ?? {};
  const said: Said[] = [];
  if (ownWords && flock) said.push({ key: 'verdict/own-words', own, posts: original.length });
  if (whole?.automated) said.push({ key: 'verdict/automated' });
  if (established) said.push({ key: 'verdict/established', share, accounts: n });
  return {
    said,
    // Texts that nobody else was seen posting yet weigh nothing where they come out in the bursts of a queue.
    weight: (ownWords && !ownBursts ? 1 : 0) + findings.filter((one) => one.against).length,
  };
}
