/**
 * The part of a log that a filter means: posts and accounts as the tables show them, and of the rest what belongs to them. Where posts
 * are taken along, so are their authors, so that no file names an account it does not hold.
 */
import {
  asksAccounts,
  asksPosts,
  type Filter,
  fitsAccountPart,
  fitsPostPart,
  isEmpty,
  matchesAccount,
  matchesPost,
} from '../filter';
import type { PostLine } from '../formats/lines';
import type { Parts } from '../formats/tables';
import { standingLabels } from '../labels';
import type { Log } from '../log';
import { accountLinesOf, allLabels } from './read-lines';
import type { Source } from './source';

/** What the filter means, as ids: grows with the log, by an id a row. */
interface Meant {
  readonly posts: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  readonly flocks: ReadonlySet<string>;
}

async function* kept<Line>(parts: Parts<Line>, fits: (line: Line) => boolean): Parts<Line> {
  for await (const part of parts) yield part.filter(fits);
}

/** Reads posts and accounts once to see which are meant. @param withAuthors whether authors of the posts are, too */
export async function filteredSource(source: Source, log: Log, filter: Filter, withAuthors: boolean): Promise<Source> {
  if (isEmpty(filter)) return source;
  const { posts, accounts, flocks } = await meantBy(filter, source, log, withAuthors);
  const hasAccount = (line: { readonly accountId: string }) => accounts.has(line.accountId);
  return {
    accounts: () => kept(source.accounts(), ({ account }) => accounts.has(account.id)),
    posts: () => kept(source.posts(), ({ post }) => posts.has(post.id)),
    labels: () => kept(source.labels(), ({ label }) => accounts.has(label.accountId)),
    dismissals: () => kept(source.dismissals(), hasAccount),
    follows: () => kept(source.follows(), hasAccount),
    findings: () => kept(source.findings(), hasAccount),
    flocks: () => kept(source.flocks(), ({ id }) => flocks.has(id)),
    edges: () => kept(source.edges(), (line) => line.accounts.every((id) => accounts.has(id))),
    async *sightings() {
      for await (const part of source.sightings())
        yield part.flatMap((line) => {
          const postIds = line.postIds.filter((id) => posts.has(id));
          return postIds.length === 0 ? [] : [{ ...line, postIds }];
        });
    },
    shares: (what) => kept(source.shares(what), ({ postId }) => posts.has(postId)),
    captured: () => kept(source.captured(), ({ post }) => posts.has(post.id)),
  };
}

async function meantBy(filter: Filter, source: Source, log: Log, withAuthors: boolean): Promise<Meant> {
  const labels = standingLabels(await allLabels(log));
  const [posts, authors, fitting] = [new Set<string>(), new Set<string>(), new Set<string>()];
  /** Of authors, each asked of the log once: mostly they come by again and again. */
  const fits = new Map<string, boolean>();
  for await (const part of source.posts()) {
    if (asksAccounts(filter)) await meet(part);
    for (const line of part) {
      const { id, authorId } = line.post;
      if (asksPosts(filter) && fitsPostPart(filter, line)) fitting.add(authorId);
      if (!matchesPost(filter, line, (one) => fits.get(one) === true)) continue;
      posts.add(id);
      authors.add(authorId);
    }
  }
  const [accounts, flocks] = [new Set<string>(), new Set<string>()];
  for await (const part of source.accounts()) {
    for (const line of part) {
      const { id } = line.account;
      if (!matchesAccount(filter, line, (one) => fitting.has(one)) && !(withAuthors && authors.has(id))) continue;
      accounts.add(id);
      if (line.verdict?.flockId !== undefined) flocks.add(line.verdict.flockId);
    }
  }
  return { posts, accounts, flocks };

  async function meet(part: readonly PostLine[]): Promise<void> {
    const ids = [...new Set(part.map(({ post }) => post.authorId))].filter((id) => !fits.has(id));
    const lines = new Map((await accountLinesOf(log, ids, labels)).map((line) => [line.account.id, line]));
    for (const id of ids) fits.set(id, fitsAccountPart(filter, lines.get(id)));
  }
}
