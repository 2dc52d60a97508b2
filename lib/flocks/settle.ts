/**
 * Flocks, formed as posts come, without a list of pairs.
 *
 * A flock is a pool of texts and the accounts that posted two or more of them. Texts get into one pool by repeated
 * coincidence:
 * - two accounts have posted both of them (the edge of METHOD §2: two distinct shared texts);
 * - one account has posted two texts of either of two pools: it is tied to accounts of both;
 * - one account has posted both in one burst, and others have posted either (a common rhythm).
 * A pool of n texts needs at most n(n-1)/2 link rows, however many accounts there are: each new account costs only its
 * own texts. Everything is a union, so the order of posts does not matter.
 */
import type { AccountId } from '../model';
import type { Settings } from '../settings';
import type { Unit } from '../unit';
import { type AccountEvidence, byId, type FlockRow, type TextRow } from './evidence';
import { emptyFlock, join, sharedRoots } from './members';
import { pacedPosts } from './traits';

/** Shared texts of one account that are paired with one another; more add cost, not evidence. */
const PAIRED = 32;

/** The flock that this one has become by merging. */
export async function flockOf(unit: Unit, id: string): Promise<FlockRow | undefined> {
  let flock = await unit.get('flocks', id);
  while (flock?.into !== undefined) flock = await unit.get('flocks', flock.into);
  return flock;
}

/** Looks at accounts whose texts changed until nothing more follows: ties texts, merges flocks, counts members. */
export async function settle(unit: Unit, accounts: Iterable<AccountId>, settings: Settings): Promise<void> {
  const waiting = new Set(accounts);
  while (waiting.size > 0) {
    const round = [...waiting].toSorted(byId);
    waiting.clear();
    await unit.getMany('evidence', round);
    for (const id of round) {
      const evidence = await unit.get('evidence', id);
      if (!evidence) continue;
      for (const concerned of await tieTexts(unit, evidence, settings)) waiting.add(concerned);
      await join(unit, evidence, settings);
    }
  }
}

/** Ties this account's texts where a second account, or a burst, repeats the coincidence. @returns accounts concerned. */
async function tieTexts(unit: Unit, evidence: AccountEvidence, settings: Settings): Promise<ReadonlySet<AccountId>> {
  const concerned = new Set<AccountId>();
  const shared = await sharedRoots(unit, evidence);
  const keys = [...shared.keys()].toSorted().slice(0, PAIRED);
  const areTied = await tiedAmong(unit, [...shared.keys()]);
  for (const [i, a] of keys.entries()) {
    for (const b of keys.slice(i + 1)) {
      if (areTied(a, b)) continue;
      const [rootA, rootB] = await unit.getMany('texts', [a, b]);
      if (rootA?.flock !== undefined && rootA.flock === rootB?.flock) continue;
      const key = `${a}|${b}`;
      const link = await unit.get('links', key);
      if (!link) unit.put('links', { key, accountId: evidence.id });
      else if (link.accountId !== evidence.id) {
        for (const id of await tie(unit, a, b)) concerned.add(id);
      }
    }
  }
  const tieAll = async (pairs: readonly (readonly [string, string])[]) => {
    for (const [a, b] of pairs) {
      if (areTied(a, b)) continue;
      const [rootA, rootB] = await unit.getMany('texts', [a, b]);
      if (!rootA || !rootB || (rootA.flock !== undefined && rootA.flock === rootB.flock)) continue;
      for (const id of await tie(unit, a, b)) concerned.add(id);
    }
  };
  await tieAll(burstPairs(evidence, shared, settings));
  await tieAll(await bridges(unit, keys));
  return concerned;
}

/**
 * Which of these texts are in one pool by now. What is tied stays tied, whatever follows; and mostly all are: who posts a flock's texts posts
 * them again and again.
 */
async function tiedAmong(unit: Unit, keys: readonly string[]): Promise<(a: string, b: string) => boolean> {
  const roots = await unit.getMany('texts', keys);
  const poolOf = new Map(roots.map((root, i) => [keys[i]!, root?.flock]));
  return (a, b) => poolOf.get(a) !== undefined && poolOf.get(a) === poolOf.get(b);
}

/** One text of each pool of which these are two or more, in pairs. */
async function bridges(unit: Unit, keys: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const pools = new Map<string, string[]>();
  for (const root of await unit.getMany('texts', keys)) {
    if (root?.flock !== undefined) pools.set(root.flock, [...(pools.get(root.flock) ?? []), root.key]);
  }
  const tied = [...pools.values()].filter((roots) => roots.length >= 2).map((roots) => roots[0]!);
  return tied.slice(1).map((root) => [tied[0]!, root] as const);
}

/** Pairs of shared texts within a burst's gap of each other. What stands between them may be seen later, so it is no matter. */
function burstPairs(
  evidence: AccountEvidence,
  shared: ReadonlyMap<string, readonly string[]>,
  settings: Settings,
): readonly (readonly [string, string])[] {
  const rootByKey = new Map([...shared].flatMap(([root, keys]) => keys.map((key) => [key, root] as const)));
  const posts = pacedPosts(evidence.posts).flatMap(({ atMs, text }) => {
    const root = rootByKey.get(text ?? '');
    return root === undefined ? [] : [{ atMs, root }];
  });
  return posts.flatMap(({ atMs, root }, i) => {
    const pairs: (readonly [string, string])[] = [];
    for (let j = i + 1; j < posts.length && posts[j]!.atMs - atMs <= settings.burstRhythm.maxGapMs; j++) {
      if (posts[j]!.atMs - atMs >= 1000 && posts[j]!.root !== root) pairs.push([root, posts[j]!.root]);
    }
    return pairs;
  });
}

/** Brings two texts into one pool. @returns the accounts whose flock may be another now. */
async function tie(unit: Unit, a: string, b: string): Promise<readonly AccountId[]> {
  const [rootA, rootB] = (await unit.getMany('texts', [a, b])) as [TextRow, TextRow];
  if (rootA.flock !== undefined && rootB.flock !== undefined) return mergeFlocks(unit, rootA.flock, rootB.flock);
  const id = rootA.flock ?? rootB.flock ?? `f.${a}`;
  const flock = (await unit.get('flocks', id)) ?? emptyFlock(id);
  const joining = [rootA, rootB].filter((root) => root.flock === undefined);
  for (const root of joining) unit.put('texts', { ...root, flock: id });
  unit.put('flocks', { ...flock, texts: flock.texts + joining.length });
  // A pool of one text was no flock's until now: those who posted that text are beside one from now on.
  return authorsOfRoots(unit, flock.texts === 1 ? [rootA, rootB] : joining);
}

async function mergeFlocks(unit: Unit, a: string, b: string): Promise<readonly AccountId[]> {
  const [flockA, flockB] = (await unit.getMany('flocks', [a, b])) as [FlockRow, FlockRow];
  if (flockA.id === flockB.id) return [];
  const aStays = flockA.texts > flockB.texts || (flockA.texts === flockB.texts && a < b);
  const [stays, goes] = aStays ? [flockA, flockB] : [flockB, flockA];
  await unit.flush();
  const moving = await unit.log.textsOf(goes.id);
  for (const root of moving) unit.put('texts', { ...root, flock: stays.id });
  unit.put('flocks', { ...stays, texts: stays.texts + moving.length });
  unit.put('flocks', { ...emptyFlock(goes.id), into: stays.id });
  const kept = stays.texts === 1 ? await unit.log.textsOf(stays.id) : [];
  return authorsOfRoots(unit, [...kept, ...moving]);
}

async function authorsOfRoots(unit: Unit, roots: readonly TextRow[]): Promise<readonly AccountId[]> {
  await unit.flush();
  const keys: string[] = [];
  for (const root of roots) keys.push(...(await unit.log.textKeysInGroup(root.key)));
  return unit.log.authorsOf(keys);
}
