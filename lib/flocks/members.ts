/** Who stands in a flock: counting accounts in, and out again when its texts turn out to be another flock's. */
import type { Settings } from '../settings';
import { hash32 } from '../text/hash';
import type { Unit } from '../unit';
import { type AccountEvidence, byId, type FlockRow, TURNS_KEPT, type Turn, type WordedPost } from './evidence';
import { rootsOf } from './texts';
import { isSampled, markFlock, pacedPosts, sampled, traitsOf } from './traits';

/** In place of a flock: one of its texts was posted by others too. Few texts seen of a campaign look like this. */
const SHARED = 'shared';

export const emptyFlock = (id: string): FlockRow => ({
  id,
  accounts: 0,
  posts: 0,
  texts: 0,
  sample: [],
  signature: '',
  pending: 0,
});

/** Roots of this account's texts that others have posted too. */
export async function sharedRoots(
  unit: Unit,
  evidence: AccountEvidence,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const keys = [...new Set(evidence.posts.flatMap((post) => post.text ?? []))];
  const roots = await rootsOf(unit, keys);
  const shared = new Map<string, string[]>();
  for (const [i, root] of roots.entries()) {
    if (root && root.accounts >= 2) shared.set(root.key, [...(shared.get(root.key) ?? []), keys[i]!]);
  }
  return shared;
}

/** Counts the account in the flock most of whose texts it has posted: two at least. */
export async function join(unit: Unit, before: AccountEvidence, settings: Settings): Promise<void> {
  const evidence = (await unit.get('evidence', before.id)) ?? before;
  const shared = await sharedRoots(unit, evidence);
  const pools = new Map<string, string[]>();
  for (const root of shared.keys()) {
    const flock = (await unit.get('texts', root))?.flock;
    if (flock !== undefined)
      pools.set(flock, [...(pools.get(flock) ?? []), ...(shared.get(root) ?? []), `root:${root}`]);
  }
  const rootCount = (keys: readonly string[]) => keys.filter((key) => key.startsWith('root:')).length;
  const [best] = [...pools]
    .filter(([, keys]) => rootCount(keys) >= settings.copiedText.minTexts)
    .toSorted((a, b) => rootCount(b[1]) - rootCount(a[1]) || (a[0] < b[0] ? -1 : 1));
  await leave(unit, evidence, best?.[0]);
  if (!best) {
    // Texts that turned out to be one leave a pool of a single text behind: no flock's.
    const near = await unit.getMany('flocks', [...pools.keys()].toSorted());
    const pool = near.find((flock) => (flock?.texts ?? 0) >= settings.copiedText.minTexts)?.id;
    return stayNear(unit, evidence.id, pool ?? (shared.size > 0 ? SHARED : undefined));
  }
  const [id, keys] = best;
  const own = new Set(keys);
  const flockPosts = evidence.posts.filter((post) => post.text !== undefined && own.has(post.text)).length;
  const flock = (await unit.get('flocks', id)) ?? emptyFlock(id);
  const wasIn = evidence.flock === id;
  const account = await unit.get('accounts', evidence.id);
  const traits = () => traitsOf(evidence, account, evidence.posts, settings, postedOrder(evidence, shared, own));
  unit.put('flocks', {
    ...flock,
    accounts: flock.accounts + (wasIn ? 0 : 1),
    posts: flock.posts + flockPosts - (wasIn ? (evidence.flockPosts ?? 0) : 0),
    sample: isSampled(flock.sample, hash32(evidence.id)) ? sampled(flock.sample, traits()) : flock.sample,
    turns: takeTurns(flock.turns ?? [], evidence, own, account?.handle),
  });
  const { near: _near, ...kept } = evidence;
  unit.put('evidence', { ...kept, flock: id, flockPosts });
  if (!wasIn) await markPages(unit, evidence, id);
}

/** Remembers that the account posted a text of others, once: too little to stand in a flock, too much to be its measure. */
async function stayNear(unit: Unit, id: string, flock: string | undefined): Promise<void> {
  const evidence = await unit.get('evidence', id);
  if (!evidence || evidence.near === flock) return;
  const { near: _near, ...kept } = evidence;
  unit.put('evidence', flock === undefined ? kept : { ...kept, near: flock });
  await markPages(unit, evidence, flock);
}

/** Roots of the account's texts in the flock's pool, in the order in which it first posted them. */
function postedOrder(
  evidence: AccountEvidence,
  shared: ReadonlyMap<string, readonly string[]>,
  own: ReadonlySet<string>,
): readonly string[] {
  const rootByKey = new Map([...shared].flatMap(([root, keys]) => keys.map((key) => [key, root] as const)));
  const inOrder = pacedPosts(evidence.posts).filter((post) => post.text !== undefined && own.has(post.text));
  return [...new Set(inOrder.flatMap((post) => rootByKey.get(post.text!) ?? []))];
}

/** Keeps the pages' samples true: a flock is held against the accounts of no flock. */
async function markPages(unit: Unit, evidence: AccountEvidence, flock: string | undefined): Promise<void> {
  for (const page of await unit.getMany('pages', Object.keys(evidence.pages))) {
    if (!page) continue;
    const sample = markFlock(page.sample, evidence.id, flock);
    const words = page.words?.map((post) => (post.accountId === evidence.id ? withFlock(post, flock) : post)) ?? [];
    if (sample !== page.sample || words.some((post, i) => post !== page.words?.[i])) {
      unit.put('pages', { ...page, sample, words });
    }
  }
}

function withFlock(post: WordedPost, flock: string | undefined): WordedPost {
  const { flock: _old, ...rest } = post;
  return flock === undefined ? rest : { ...rest, flock };
}

/** The flock's newest posts with this account's among them. */
function takeTurns(
  turns: readonly Turn[],
  evidence: AccountEvidence,
  own: ReadonlySet<string>,
  handle: string | undefined,
): readonly Turn[] {
  if (handle === undefined) return turns;
  const mine = pacedPosts(evidence.posts)
    .filter((post) => post.text !== undefined && own.has(post.text))
    .map(({ id, atMs }) => ({ id, atMs, accountId: evidence.id, handle: handle.toLowerCase() }));
  const others = turns.filter((turn) => turn.accountId !== evidence.id);
  return [...others, ...mine].toSorted((a, b) => byId(b.id, a.id)).slice(0, TURNS_KEPT);
}

/** Takes the account out of the flock it stood in, where that is another one and still lives. */
async function leave(unit: Unit, evidence: AccountEvidence, next: string | undefined): Promise<void> {
  if (evidence.flock === undefined || evidence.flock === next) return;
  const flock = await unit.get('flocks', evidence.flock);
  if (flock && flock.into === undefined) {
    unit.put('flocks', {
      ...flock,
      accounts: flock.accounts - 1,
      posts: flock.posts - (evidence.flockPosts ?? 0),
      sample: flock.sample.filter((one) => one.id !== evidence.id),
      turns: (flock.turns ?? []).filter((turn) => turn.accountId !== evidence.id),
    });
  }
  const { flock: _flock, flockPosts: _posts, ...rest } = evidence;
  unit.put('evidence', rest);
  await markPages(unit, rest, undefined);
}
