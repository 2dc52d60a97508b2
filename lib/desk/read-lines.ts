/**
 * The log as lines, in parts and in order of key, so that a large log never stands in memory as a whole. Each part is one short
 * read: captures go on coming in between, and what comes after a part was read is not in it.
 */
import { tiesOf } from '../flocks/edges';
import type { AccountLine, PostLine } from '../formats/lines';
import type { FlockLine, Lines, Parts } from '../formats/tables';
import { standingLabels } from '../labels';
import type { Log } from '../log';
import type { Label } from '../model';
import type { Settings } from '../settings';
import { edgeLines } from './edge-lines';
import { allHandles, handlesOf, scanned } from './scan';

/** Labels are few: a person gives them one by one. Oldest first. */
export async function allLabels(log: Log): Promise<readonly Label[]> {
  const labels: Label[] = [];
  for await (const part of scanned(log, 'labels')) labels.push(...part);
  return labels.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

/** Those of these accounts that the log knows. @param labels as `standingLabels` gives them */
export async function accountLinesOf(
  log: Log,
  ids: readonly string[],
  labels: ReadonlyMap<string, Label>,
): Promise<readonly AccountLine[]> {
  // In one reading, for all of an account mostly stands in one record.
  const { accounts, verdicts, evidence, dismissals } = await log.reading(async ({ shelves }) => ({
    accounts: await shelves.accounts.get(ids),
    verdicts: await shelves.verdicts.get(ids),
    evidence: await shelves.evidence.get(ids),
    dismissals: await shelves.dismissals.get(ids),
  }));
  return accounts.flatMap((account, i): AccountLine | readonly [] => {
    if (!account) return [];
    const [verdict, label, seen] = [verdicts[i], labels.get(account.id), evidence[i]];
    return {
      account,
      // The engine keeps the newest posts only; the pages counted all.
      postsSeen: Math.max(seen?.posts.length ?? 0, ...Object.values(seen?.pages ?? {})),
      dismissed: dismissals[i]?.dismissed ?? false,
      ...(verdict ? { verdict } : {}),
      ...(seen?.flock === undefined ? {} : { flock: seen.flock }),
      ...(label ? { label } : {}),
    };
  });
}

async function* accountLines(log: Log): Parts<AccountLine> {
  const labels = standingLabels(await allLabels(log));
  for await (const accounts of scanned(log, 'accounts')) {
    const ids = accounts.map(({ id }) => id);
    yield accountLinesOf(log, ids, labels);
  }
}

async function* postLines(log: Log): Parts<PostLine> {
  const handles = await allHandles(log);
  for await (const posts of scanned(log, 'posts')) {
    // Whoever came in since, and whoever has none.
    const others = posts.flatMap(({ authorId }) => (handles.has(authorId) ? [] : authorId));
    const late = await handlesOf(log, others);
    yield posts.map((post) => {
      const authorHandle = handles.get(post.authorId) ?? late.get(post.authorId);
      return authorHandle === undefined ? { post } : { post, authorHandle };
    });
  }
}

/** Flocks as they stand: those that were merged into another are that one. */
async function* flockLines(log: Log, settings: Settings): Parts<FlockLine> {
  for await (const flocks of scanned(log, 'flocks')) {
    const lines: FlockLine[] = [];
    for (const { id, into, accounts, posts, texts } of flocks) {
      if (into !== undefined) continue;
      const { pairs } = await log.reading((inside) => tiesOf(inside, id, settings, { strongest: 0 }));
      lines.push({ id, accounts, posts, texts, pairs });
    }
    yield lines;
  }
}

/** Every table of the log as lines. */
export function readLines(log: Log, settings: Settings): Lines {
  return {
    accounts: () => accountLines(log),
    posts: () => postLines(log),
    sightings: () => scanned(log, 'sightings'),
    async *labels() {
      const labels = await allLabels(log);
      const handles = await handlesOf(
        log,
        labels.map(({ accountId }) => accountId),
      );
      yield labels.map((label) => {
        const handle = handles.get(label.accountId);
        return handle === undefined ? { label } : { label, handle };
      });
    },
    dismissals: () => scanned(log, 'dismissals'),
    async *follows() {
      for await (const rows of scanned(log, 'evidence'))
        yield rows.flatMap(({ id, follows }) => (follows ? [{ accountId: id, accountIds: [...follows] }] : []));
    },
    async *findings() {
      for await (const rows of scanned(log, 'verdicts'))
        yield rows.flatMap(({ accountId, level, findings }) =>
          findings.map((finding) => ({ accountId, level, finding })),
        );
    },
    flocks: () => flockLines(log, settings),
    edges: () => edgeLines(log, settings),
  };
}
