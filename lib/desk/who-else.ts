/** “Who else said this?”: everybody in the log who posted a post's text or one near-same, in order of time. */
import type { Log } from '../log';
import type { PostId } from '../model';
import { type AccountMark, marksOf, type PostCells, postCells } from './cells';
import type { Columns } from './columns';
import type { Job } from './work';

export interface Saying {
  readonly id: PostId;
  readonly atMs: number;
  readonly author: AccountMark;
  /** Number of the wording; 0 is the post's own. */
  readonly variant: number;
}
export interface WhoElse {
  readonly post: PostCells;
  /** Accounts and posts in all; 1 each where nobody else did, 0 where the text is too short to compare, or not its own. */
  readonly accounts: number;
  readonly posts: number;
  /** Oldest first, at most `MOST`. */
  readonly sayings: readonly Saying[];
  /** The wordings: the post's own first. */
  readonly variants: readonly string[];
}

const MOST = 300;
const VARIANTS = 20;

/** @returns `undefined` for a post that the log does not hold */
export function askWhoElse(log: Log, columns: Columns): Job<{ readonly postId: PostId }, WhoElse | undefined> {
  return async ({ postId }) => {
    const [row] = await log.shelves.posts.get([postId]);
    const [post] = await postCells(log, columns, [postId]);
    if (!row || !post) return undefined;
    const none = { post, accounts: 0, posts: 0, sayings: [], variants: [] };
    const [text] = row.textKey === undefined ? [] : await log.shelves.texts.get([row.textKey]);
    if (!text) return none;
    const posted = await log.postsOf(await log.textKeysInGroup(text.root));
    const all = posted.toSorted((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
    const shown = all.slice(0, MOST);
    const keys = [...new Set([text.key, ...all.map(({ textKey }) => textKey)])];
    const firsts = keys.slice(0, VARIANTS).map((key) => all.find(({ textKey }) => textKey === key)?.id ?? postId);
    const wordings = await log.shelves.posts.get(firsts);
    const { marks } = await marksOf(
      log,
      columns,
      shown.map(({ authorId }) => authorId),
    );
    const number = new Map(keys.map((key, i) => [key, i]));
    return {
      post,
      accounts: new Set(all.map(({ authorId }) => authorId)).size,
      posts: all.length,
      sayings: shown.map(({ id, authorId, createdAtMs, textKey }) => ({
        id,
        atMs: createdAtMs,
        author: marks.get(authorId)!,
        variant: number.get(textKey)!,
      })),
      variants: wordings.map((one) => one?.text ?? ''),
    };
  };
}
