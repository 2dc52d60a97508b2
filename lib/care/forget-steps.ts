/** What goes, table by table, when an account is forgotten. */
import * as v from 'valibot';
import type { Log, PostRow } from '../log';
import type { PostId } from '../model';
import { compact } from '../text/fold';
import { openUnit } from '../unit';
import { putWaitingLabels, waitingLabels } from '../waiting-labels';
import type { Them } from './forgotten';
import { namedPosts, postOfPage, redactAccount, redactNote, redactPageKey, redactPost } from './redact';
import { takeOut } from './take-out';

/** Key of the row in `meta` with the ids of their posts, while they are collected and needed. */
export const THEIR_POSTS = 'forgetting-posts';

export const forgetPhases = ['posts', 'sightings', 'accounts', 'evidence', 'labels', 'own'] as const;

/** An account being forgotten, and how far that has come. */
export const ForgetJobShape = v.object({
  accountId: v.string(),
  handles: v.array(v.string()),
  phase: v.picklist(forgetPhases),
  /** The last key that was dealt with in this phase. */
  after: v.string(),
  /** Something was found that only a rebuild sets right. */
  rebuild: v.boolean(),
});
export type ForgetJob = Readonly<v.InferOutput<typeof ForgetJobShape>>;

interface Step {
  readonly job: ForgetJob;
  readonly posts: readonly PostId[];
  readonly most: number;
}
/** The last key dealt with, or none when all are. */
interface Done {
  readonly after: string | undefined;
  readonly rebuild: boolean;
}

const themOf = (job: ForgetJob, posts: readonly PostId[]): Them => {
  const [handles, ids] = [new Set(job.handles), new Set(posts)];
  return {
    account: (id) => id === job.accountId,
    handle: (handle) => handles.has(handle.toLowerCase()),
    post: (id) => ids.has(id),
  };
};

export const forgetSteps: {
  readonly [Phase in (typeof forgetPhases)[number]]: (inside: Log, step: Step) => Promise<Done>;
} = {
  /** Their posts are only noted: until the end they tell which ids are theirs. */
  async posts(inside, { job, posts, most }) {
    const rows = await inside.shelves.posts.scan(job.after, most);
    const own = rows.flatMap(({ id, authorId }) => (authorId === job.accountId ? id : []));
    if (own.length > 0) {
      await inside.shelves.meta.put([{ key: THEIR_POSTS, value: [...posts, ...own] }]);
    }
    const others = rows.filter(({ authorId }) => authorId !== job.accountId);
    const named = [...new Set(others.flatMap((post) => [...namedPosts(post), ...pagePosts(post)]))];
    const theirs = (await inside.shelves.posts.get(named)).filter((post) => post?.authorId === job.accountId);
    const them = themOf(
      job,
      theirs.flatMap((post) => post?.id ?? []),
    );
    const changed: PostRow[] = [];
    let rebuild = false;
    for (const post of others) {
      const pages = [...new Set(post.pages.map((key) => redactPageKey(key, them)))];
      const renamed = pages.some((key, i) => key !== post.pages[i]);
      const clean = redactPost(post, them);
      // A copy of their words was among those that the page is compared by.
      if (renamed || (clean.text !== post.text && compact(clean.text) !== compact(post.text))) rebuild = true;
      if (renamed || clean !== post) changed.push(renamed ? { ...clean, pages } : clean);
    }
    await inside.shelves.posts.put(changed);
    return { after: rows.at(-1)?.id, rebuild };
  },

  async sightings(inside, { job, posts, most }) {
    const them = themOf(job, posts);
    const rows = await inside.shelves.sightings.scan(job.after, most);
    const kept = rows.map((row) => ({
      ...row,
      pageKey: redactPageKey(row.pageKey, them),
      postIds: row.postIds.filter((id) => !them.post(id)),
    }));
    await inside.shelves.sightings.remove(kept.flatMap(({ key, postIds }) => (postIds.length === 0 ? key : [])));
    await inside.shelves.sightings.put(
      kept.filter(
        ({ pageKey, postIds }, i) =>
          postIds.length > 0 && (pageKey !== rows[i]!.pageKey || postIds.length < rows[i]!.postIds.length),
      ),
    );
    return { after: rows.at(-1)?.key, rebuild: false };
  },

  async accounts(inside, { job, posts, most }) {
    const them = themOf(job, posts);
    const rows = await inside.shelves.accounts.scan(job.after, most);
    const clean = rows.map((row) => redactAccount(row, them));
    await inside.shelves.accounts.put(clean.filter((row, i) => row !== rows[i]));
    return { after: rows.at(-1)?.id, rebuild: false };
  },

  /** Lists of whom others follow: samples hold parts of them. */
  async evidence(inside, { job, most }) {
    const rows = await inside.shelves.evidence.scan(job.after, most);
    const followers = rows.filter(({ id, follows }) => id !== job.accountId && follows?.includes(job.accountId));
    await inside.shelves.evidence.put(
      followers.map((row) => ({ ...row, follows: row.follows!.filter((id) => id !== job.accountId) })),
    );
    return { after: rows.at(-1)?.id, rebuild: followers.length > 0 };
  },

  async labels(inside, { job, posts, most }) {
    const them = themOf(job, posts);
    const rows = await inside.shelves.labels.scan(job.after, most);
    await inside.shelves.labels.remove(rows.flatMap(({ id, accountId }) => (accountId === job.accountId ? id : [])));
    const others = rows.filter(({ accountId }) => accountId !== job.accountId);
    const clean = others.map(({ postId, ...label }) => ({
      ...label,
      note: redactNote(label.note, them),
      ...(postId === undefined || them.post(postId) ? {} : { postId }),
    }));
    await inside.shelves.labels.put(
      clean.filter((label, i) => label.note !== others[i]!.note || label.postId !== others[i]!.postId),
    );
    if (rows.length === 0) await dropWaiting(inside, them);
    return { after: rows.at(-1)?.id, rebuild: false };
  },

  async own(inside, { job, posts }) {
    await inside.shelves.posts.remove(posts);
    const unit = openUnit(inside);
    const isOut = !job.rebuild && (await takeOut(unit, job.accountId, posts));
    await unit.flush();
    await inside.shelves.evidence.remove([job.accountId]);
    await inside.shelves.verdicts.remove([job.accountId]);
    return { after: undefined, rebuild: !isOut };
  },
};

/** Ids of posts that are pages of their own. */
const pagePosts = ({ pages }: PostRow): readonly PostId[] => pages.flatMap((key) => postOfPage(key) ?? []);

/** Labels that wait for an account by its handle. */
async function dropWaiting(inside: Log, them: Them): Promise<void> {
  const waiting = await waitingLabels(inside);
  const others = waiting.filter(({ handle }) => !them.handle(handle));
  if (others.length < waiting.length) await putWaitingLabels(inside, others);
}
