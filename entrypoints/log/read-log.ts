/** Reads the log for the page and the files: in parts, in order of key, so that a large log never stands in memory as a whole. */
import type { AccountLine, LabelLine, PostLine } from '@/lib/formats/lines';
import { standingLabels } from '@/lib/labels';
import type { LogDatabase } from '@/lib/store/schema';

const PART = 1000;

type Parts<Line> = AsyncGenerator<readonly Line[]>;

interface Rows<Row> {
  reverse(): Rows<Row>;
  limit(n: number): { toArray(): PromiseLike<Row[]> };
}
interface Table<Row> {
  where(index: string): { above(key: string): Rows<Row>; below(key: string): Rows<Row> };
}
export type Order = 'oldest-first' | 'newest-first';
/** Above every id, which are digits. */
const END = ':';

async function* parts<Row extends { readonly id: string }>(
  table: Table<Row>,
  order: Order = 'oldest-first',
): Parts<Row> {
  for (let key = order === 'oldest-first' ? '' : END; ; ) {
    const ids = table.where(':id');
    const next = order === 'oldest-first' ? ids.above(key) : ids.below(key).reverse();
    const rows = await next.limit(PART).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    key = last.id;
  }
}

export async function* accountLines(db: LogDatabase): Parts<AccountLine> {
  // Few: a person gives them one by one.
  const labels = standingLabels(await db.labels.toArray());
  for await (const accounts of parts<AccountLine['account']>(db.accounts)) {
    const ids = accounts.map(({ id }) => id);
    const [verdicts, evidence, dismissals] = await Promise.all([
      db.verdicts.bulkGet(ids),
      db.evidence.bulkGet(ids),
      db.dismissals.bulkGet(ids),
    ]);
    yield accounts.map((account, i) => {
      const [verdict, label] = [verdicts[i], labels.get(account.id)];
      return {
        account,
        postsSeen: evidence[i]?.posts.length ?? 0,
        dismissed: dismissals[i]?.dismissed ?? false,
        ...(verdict ? { verdict } : {}),
        ...(label ? { label } : {}),
      };
    });
  }
}

async function handlesOf(db: LogDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const accounts = await db.accounts.bulkGet([...new Set(ids)]);
  return new Map(accounts.map((account) => [account?.id ?? '', account?.handle]));
}

export async function* postLines(db: LogDatabase, order?: Order): Parts<PostLine> {
  for await (const posts of parts<PostLine['post']>(db.posts, order)) {
    const handles = await handlesOf(
      db,
      posts.map(({ authorId }) => authorId),
    );
    yield posts.map((post) => {
      const authorHandle = handles.get(post.authorId);
      return authorHandle === undefined ? { post } : { post, authorHandle };
    });
  }
}

export async function* labelLines(db: LogDatabase): Parts<LabelLine> {
  const labels = (await db.labels.toArray()).toSorted((a, b) => a.atMs - b.atMs);
  const handles = await handlesOf(
    db,
    labels.map(({ accountId }) => accountId),
  );
  if (labels.length === 0) return;
  yield labels.map((label) => {
    const handle = handles.get(label.accountId);
    return handle === undefined ? { label } : { label, handle };
  });
}

/** The first so many lines of a table, for a screen that shows no more. */
export async function first<Line>(lines: Parts<Line>, most: number): Promise<readonly Line[]> {
  const all: Line[] = [];
  for await (const part of lines) {
    all.push(...part);
    if (all.length >= most) break;
  }
  return all.slice(0, most);
}
