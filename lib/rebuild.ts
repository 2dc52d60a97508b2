/**
 * Makes the engine's rows (evidence, texts, links, flocks, pages, verdicts) anew from the raw ones, step by step, each a unit
 * of work that may be the last before the worker is killed.
 *
 * It learns all posts in order of id. Captures go on meanwhile: what comes before the rebuild's place is learned at once,
 * what comes behind it is only stored, and learned in its turn (`hasReached`). As the order of posts does not matter, it ends
 * where the log would stand without it. Verdicts stay until they are renewed, and are what the screen shows meanwhile.
 * Whom an account follows is raw although it stands in `evidence`: a person opened that list once.
 */
import { startPurge } from './care/purge';
import { learn } from './flocks/learn';
import { type Worded, worded } from './flocks/texts';
import { keepVerdicts, openBench } from './judge';
import type { Log, PostRow } from './log';
import type { AccountId, PostId } from './model';
import { learnedOnly, REBUILD, type RebuildState, readRebuild } from './rebuild-state';
import type { Settings } from './settings';
import { openUnit, type Unit } from './unit';

/** Rows of one step: short enough that a capture need not wait for long. */
const CLEARED = 200;
const LEARNED = 200;
const RENEWED = 100;

const put = (inside: Log, state: RebuildState) => inside.shelves.meta.put([{ key: REBUILD, value: state }]);

/** Begins, or begins again. @param inside a unit of work that has not read any of the engine's rows. */
export async function startRebuild(inside: Log): Promise<void> {
  const { texts, links, flocks, pages } = inside.shelves;
  await Promise.all([texts, links, flocks, pages].map((shelf) => shelf.clear()));
  await put(inside, { phase: 'clearing', after: '', learned: 0 });
  await startPurge(inside);
}

/**
 * One step. @param most posts learned in it. @returns whether there was one to make; afterwards the flocks wait to be judged.
 */
export async function continueRebuild(log: Log, settings: Settings, most = LEARNED): Promise<boolean> {
  const stateIn = async ({ shelves }: Log) => readRebuild((await shelves.meta.get([REBUILD]))[0]?.value);
  const before = await stateIn(log);
  if (!before) return false;
  // Learning meets the same accounts and texts again; all else goes through the accounts once.
  const passing = before.phase !== 'learning';
  return log.atomically(async (inside) => {
    const state = await stateIn(inside);
    if (!state) return false;
    if (state.phase === 'clearing') await clear(inside, state.after);
    else if (state.phase === 'learning') await learnMore(inside, state, settings, most);
    else await renew(inside, state, settings);
    return true;
  }, passing);
}

async function clear(inside: Log, after: string): Promise<void> {
  const { evidence } = inside.shelves;
  const rows = await evidence.scan(after, CLEARED);
  const followers = rows.flatMap(({ id, follows }) => (follows ? [{ id, posts: [], pages: {}, follows }] : []));
  const kept = new Set(followers.map(({ id }) => id));
  await evidence.remove(rows.flatMap(({ id }) => (kept.has(id) ? [] : id)));
  await evidence.put(followers);
  const last = rows.at(-1)?.id;
  await put(
    inside,
    last === undefined ? { phase: 'learning', after: '', learned: 0 } : { phase: 'clearing', after: last, learned: 0 },
  );
}

async function learnMore(inside: Log, state: RebuildState, settings: Settings, most: number): Promise<void> {
  const { after } = state;
  const posts = await inside.shelves.posts.scan(after, most);
  const last = posts.at(-1)?.id;
  await put(inside, {
    learned: state.learned + posts.length,
    ...(last === undefined ? { phase: 'renewing', after: '' } : { phase: 'learning', after: last }),
  });
  if (last === undefined) return;
  const learned = new Set<PostId>();
  const unit = openUnit(learnedOnly(inside, (id) => id <= after || learned.has(id)));
  const texts = new Map(posts.map((post) => [post.id, worded(post, settings)] as const).filter(isText));
  // How a text is keyed is the engine's, too.
  const keyed = posts.map((post) => withTextKey(post, texts.get(post.id)?.key));
  for (const [i, post] of keyed.entries()) if (post !== posts[i]) unit.put('posts', post);
  for (const pageKey of new Set(keyed.flatMap((post) => post.pages))) {
    const freshHere = keyed.filter((post) => post.pages.includes(pageKey));
    const fresh = freshHere.filter(({ id }) => !learned.has(id));
    for (const { id } of fresh) learned.add(id);
    await learn(unit, { pageKey, fresh, texts, freshHere, informed: [] }, settings);
    // The next lesson asks the log's indexes for the texts of this one.
    await unit.flush();
  }
}

const isText = (one: readonly [PostId, Worded | undefined]): one is [PostId, Worded] => one[1] !== undefined;

function withTextKey(post: PostRow, key: string | undefined): PostRow {
  if (key === post.textKey) return post;
  const { textKey: _old, ...rest } = post;
  return key === undefined ? rest : { ...rest, textKey: key };
}

/** Whose flock is no more must not keep its verdict; everybody who stands in one is judged with it. */
async function judgeThoseOut(unit: Unit, ids: readonly AccountId[], settings: Settings): Promise<void> {
  const [verdicts, evidence] = [await unit.getMany('verdicts', ids), await unit.getMany('evidence', ids)];
  const out = ids.filter((_, i) => verdicts[i] && evidence[i] && evidence[i].flock === undefined);
  if (out.length > 0) await keepVerdicts(unit, openBench(unit, settings), out);
}

/** Verdicts first, by account; then the flocks, of which each waits to be judged when all rows stand. */
async function renew(inside: Log, state: RebuildState, settings: Settings): Promise<void> {
  const { after } = state;
  const [unit, flockMark] = [openUnit(inside), 'flock '];
  if (!after.startsWith(flockMark)) {
    const rows = await inside.shelves.verdicts.scan(after, RENEWED);
    const ids = rows.map(({ accountId }) => accountId);
    const evidence = await unit.getMany('evidence', ids);
    await inside.shelves.verdicts.remove(ids.filter((_, i) => !evidence[i]));
    await judgeThoseOut(unit, ids, settings);
    await put(inside, { ...state, after: ids.at(-1) ?? flockMark });
  } else {
    const flocks = await inside.flocksAfter(after.slice(flockMark.length), RENEWED);
    for (const { cursor: _again, ...flock } of flocks) {
      if (flock.into === undefined) unit.put('flocks', { ...flock, pending: 1 });
    }
    const last = flocks.at(-1)?.id;
    if (last === undefined) await inside.shelves.meta.remove([REBUILD]);
    else await put(inside, { ...state, after: flockMark + last });
  }
  await unit.flush();
}
