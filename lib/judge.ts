/** From rows to verdicts: gathers an account's evidence, asks every fingerprint, keeps the verdict and the page's tallies. */
import { fingerprints } from './fingerprints';
import type { Evidence, SharedText } from './fingerprints/fingerprint';
import { flockClient } from './flocks/client';
import { creationRuns } from './flocks/creation-runs';
import type { AccountEvidence, FlockRow, MemberTraits, Tally } from './flocks/evidence';
import { flockRhythm } from './flocks/rhythm';
import { flockOf } from './flocks/settle';
import { flockAutomated, flockStanding } from './flocks/standing';
import type { FlockView, Surroundings } from './flocks/surroundings';
import { rootsOf } from './flocks/texts';
import { flockTurns } from './flocks/turns';
import type { AccountId, Level } from './model';
import type { Settings } from './settings';
import type { Unit } from './unit';
import { judge, judgedBy } from './verdict';

interface Setting {
  readonly flock: FlockView | undefined;
  readonly row: FlockRow | undefined;
  readonly others: readonly MemberTraits[];
  readonly otherWords: readonly (readonly number[])[];
  readonly pageMs: number | undefined;
}

/** Gathers what the accounts of one flock have in common once, so that what is computed over it is computed once. */
export function openBench(unit: Unit, settings: Settings) {
  const settingsOf = new Map<string, Setting>();

  async function settingOf(evidence: AccountEvidence): Promise<Setting> {
    const row = evidence.flock === undefined ? undefined : await flockOf(unit, evidence.flock);
    const pageKey = row ? mostFrequent(row.sample.map((one) => one.page)) : busiest(evidence.pages);
    const name = row?.id ?? `page:${pageKey}`;
    const known = settingsOf.get(name);
    if (known && (!row || known.row === row)) return known;
    const page = pageKey === undefined ? undefined : await unit.get('pages', pageKey);
    const setting = {
      row,
      flock: row && viewOf(row),
      others: page?.sample.filter((one) => one.flock === undefined) ?? [],
      otherWords: page?.words?.flatMap((post) => (post.flock === undefined ? [post.words] : [])) ?? [],
      pageMs: page?.newestMs,
    };
    settingsOf.set(name, setting);
    return setting;
  }

  async function evidenceFor(id: AccountId): Promise<{ evidence: Evidence; row: FlockRow | undefined } | undefined> {
    const seen = await unit.get('evidence', id);
    if (!seen) return undefined;
    const { row, ...around } = await settingOf(seen);
    const account = (await unit.get('accounts', id)) ?? { id };
    const shared = row ? await sharedTexts(unit, seen, row.id) : [];
    return { evidence: { account, posts: seen.posts, shared, follows: seen.follows, ...around, settings }, row };
  }

  return { evidenceFor };
}
export type Bench = ReturnType<typeof openBench>;

/** Named by the account of smallest hash: the same whatever order its posts came in, unlike the row's key. */
const viewOf = ({ id, accounts, posts, texts, sample, turns = [] }: FlockRow): FlockView => ({
  id: sample[0] ? `flock-${sample[0].id}` : id,
  accounts,
  posts,
  texts,
  sample,
  turns,
});

function mostFrequent(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** Where most of its posts were seen: whichever page came first. */
const busiest = (pages: Readonly<Record<string, number>>): string | undefined =>
  Object.entries(pages).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];

async function sharedTexts(unit: Unit, seen: AccountEvidence, flockId: string): Promise<readonly SharedText[]> {
  const worded = seen.posts.filter((post) => post.text !== undefined);
  const keys = worded.map((post) => post.text!);
  const roots = await rootsOf(unit, keys);
  const own = await unit.getMany('texts', keys);
  const shared = new Map<string, SharedText & { postIds: string[] }>();
  for (const [i, root] of roots.entries()) {
    if (root?.flock !== flockId || root.accounts < 2) continue;
    const known = { root: root.key, accounts: root.accounts, words: own[i]?.words ?? [], postIds: [] };
    const text = shared.get(root.key) ?? known;
    text.postIds.push(worded[i]!.id);
    shared.set(root.key, text);
  }
  return [...shared.values()].toSorted((a, b) => b.accounts - a.accounts || (a.root < b.root ? -1 : 1));
}

/** What is said of the flock as a whole; where it changes, all its accounts must be judged anew. */
function wholeOf(flock: FlockView, around: Surroundings) {
  const [rhythm, runs, client] = [flockRhythm(flock, around), creationRuns(flock, around), flockClient(flock, around)];
  const [standing, automated] = [flockStanding(flock, around), flockAutomated(flock, around)];
  const size = Math.min(flock.accounts, around.settings.copiedText.strongAccounts);
  const on = (id: string) => !around.settings.off.includes(id);
  const rhythmic = rhythm.match && on('burst-rhythm');
  const turns = flockTurns(flock, around).match;
  const days =
    runs.match && on('creation-cluster') ? runs.windows.map((run) => `${run.from}-${run.to}`).toSorted() : [];
  return {
    context: { rhythm: rhythmic || turns, runs: days.length > 0, standing, automated },
    signature: `${judgedBy(around.settings)}${[
      size,
      standing.established || automated ? 'service' : '',
      rhythmic ? 'rhythm' : '',
      turns ? 'turns' : '',
      client.match && on('one-client') ? client.client : '',
      ...days,
    ].join(' ')}`,
  };
}

/** The verdict of one account, not kept. */
export async function verdictOf(bench: Bench, id: AccountId) {
  const found = await bench.evidenceFor(id);
  if (!found) return undefined;
  const { evidence, row } = found;
  const findings = fingerprints.map((one) => one.examine(evidence));
  const whole = evidence.flock && wholeOf(evidence.flock, evidence);
  const verdict = judge(evidence, findings, whole?.context);
  return { verdict, evidence, row, signature: whole?.signature };
}

/**
 * Judges accounts and keeps what came out: verdicts of those that stand, or stood, in a flock, and the pages' tallies.
 * A flock of which something else is true than when its accounts were last judged is marked `pending`.
 */
export async function keepVerdicts(unit: Unit, bench: Bench, ids: readonly AccountId[]): Promise<void> {
  await unit.getMany('evidence', ids);
  const before = await unit.getMany('verdicts', ids);
  for (const [i, id] of ids.entries()) {
    const evidence = await unit.get('evidence', id);
    if (!evidence || (evidence.flock === undefined && !before[i])) continue;
    const judged = await verdictOf(bench, id);
    if (!judged) continue;
    const { verdict, row, signature } = judged;
    unit.put('verdicts', verdict);
    await retally(unit, evidence, verdict.level);
    if (row && signature !== undefined && signature !== row.signature) {
      const { cursor: _again, ...rest } = row;
      unit.put('flocks', { ...rest, signature, pending: 1 });
    }
  }
}

const moved = (tally: Tally, sign: 1 | -1, posts: number): Tally => ({
  accounts: tally.accounts + sign,
  posts: tally.posts + sign * posts,
});

/** Takes the account out of its pages' tallies as it stood there, and counts it in as it stands now. */
async function retally(unit: Unit, evidence: AccountEvidence, level: Level): Promise<void> {
  const badged = level === 'strong' || level === 'weak' ? level : undefined;
  const dismissed = badged && (await unit.get('dismissals', evidence.id))?.dismissed;
  const { tallied: before, ...rest } = evidence;
  const now = badged && !dismissed ? { level: badged, pages: evidence.pages } : undefined;
  for (const [tallied, sign] of [[before, -1] as const, [now, 1] as const]) {
    for (const [key, posts] of Object.entries(tallied?.pages ?? {})) {
      const page = await unit.get('pages', key);
      if (page && tallied) unit.put('pages', { ...page, [tallied.level]: moved(page[tallied.level], sign, posts) });
    }
  }
  if (before || now) unit.put('evidence', { ...rest, ...(now ? { tallied: now } : {}) });
}
