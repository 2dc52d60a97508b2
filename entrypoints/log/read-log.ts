/** Reads the log for the page and the files: in parts, in order of key, so that a large log never stands in memory as a whole. */
import type { AccountLine, LabelLine, PostLine } from '@/lib/formats/lines';
import { standingLabels } from '@/lib/labels';
import type { Log, Shelf } from '@/lib/log';

const PART = 1000;

type Parts<Line> = AsyncGenerator<readonly Line[]>;

async function* parts<Row extends { readonly id: string }>(shelf: Shelf<Row>): Parts<Row> {
  for (let after = ''; ; ) {
    const rows = await shelf.scan(after, PART);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

export async function* accountLines(log: Log): Parts<AccountLine> {
  // Few: a person gives them one by one.
  const labels = standingLabels(await all(parts(log.shelves.labels)));
  for await (const accounts of parts(log.shelves.accounts)) {
    const ids = accounts.map(({ id }) => id);
    const [verdicts, evidence, dismissals] = await Promise.all([
      log.shelves.verdicts.get(ids),
      log.shelves.evidence.get(ids),
      log.shelves.dismissals.get(ids),
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

async function handlesOf(log: Log, ids: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const accounts = await log.shelves.accounts.get([...new Set(ids)]);
  return new Map(accounts.map((account) => [account?.id ?? '', account?.handle]));
}

export async function* postLines(log: Log): Parts<PostLine> {
  for await (const posts of parts(log.shelves.posts)) {
    const handles = await handlesOf(
      log,
      posts.map(({ authorId }) => authorId),
    );
    yield posts.map((post) => {
      const authorHandle = handles.get(post.authorId);
      return authorHandle === undefined ? { post } : { post, authorHandle };
    });
  }
}

export async function* labelLines(log: Log): Parts<LabelLine> {
  const labels = (await all(parts(log.shelves.labels))).toSorted((a, b) => a.atMs - b.atMs);
  const handles = await handlesOf(
    log,
    labels.map(({ accountId }) => accountId),
  );
  if (labels.length === 0) return;
  yield labels.map((label) => {
    const handle = handles.get(label.accountId);
    return handle === undefined ? { label } : { label, handle };
  });
}

/** All lines of a table; for what a person made one by one, and screens. */
export async function all<Line>(lines: Parts<Line>): Promise<readonly Line[]> {
  const rows: Line[] = [];
  for await (const part of lines) rows.push(...part);
  return rows;
}

/** The first so many lines of a table, for a screen that shows no more. */
export async function first<Line>(lines: Parts<Line>, most: number): Promise<readonly Line[]> {
  const rows: Line[] = [];
  for await (const part of lines) {
    rows.push(...part);
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}
