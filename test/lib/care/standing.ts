/** What a log says of everybody, without the names of flocks and roots, which depend on the order of posts. */
import { openBench, verdictOf } from '../../../lib/judge';
import type { Log, TableName, Tables } from '../../../lib/log';
import { defaultSettings } from '../../../lib/settings';
import { openUnit } from '../../../lib/unit';

export async function rowsOf<Name extends TableName>(log: Log, name: Name): Promise<readonly Tables[Name][]> {
  return log.shelves[name].scan('', 1_000_000);
}

export async function standing(log: Log) {
  const [evidence, texts, pages, verdicts, flocks] = await Promise.all([
    rowsOf(log, 'evidence'),
    rowsOf(log, 'texts'),
    rowsOf(log, 'pages'),
    rowsOf(log, 'verdicts'),
    rowsOf(log, 'flocks'),
  ]);
  const members = new Map<string, string[]>();
  for (const { id, flock } of evidence)
    if (flock !== undefined) members.set(flock, [...(members.get(flock) ?? []), id]);
  const groups = new Map<string, string[]>();
  for (const { key, root } of texts) groups.set(root, [...(groups.get(root) ?? []), key]);
  const bench = openBench(openUnit(log), defaultSettings);
  const said = [];
  for (const { id, posts, follows, pages: on, near, flockPosts } of evidence) {
    const verdict = (await verdictOf(bench, id))?.verdict;
    const findings = verdict?.findings.map((one) => [one.fingerprint, one.outcome, one.observed, one.n, one.baseline]);
    const where = Object.entries(on).toSorted();
    said.push({ id, posts, follows, where, near: near !== undefined, flockPosts, level: verdict?.level, findings });
  }
  return {
    said,
    flocks: [...members]
      .map(([id, who]) => {
        const row = flocks.find((one) => one.id === id);
        return {
          who,
          ...(row && { accounts: row.accounts, posts: row.posts, texts: row.texts, pending: row.pending }),
          sample: row?.sample.map((one) => one.id),
          turns: row?.turns,
        };
      })
      .toSorted((a, b) => (a.who[0]! < b.who[0]! ? -1 : 1)),
    groups: [...groups]
      .map(([root, keys]) => [keys.toSorted(), texts.find(({ key }) => key === root)?.accounts] as const)
      .toSorted(([a], [b]) => (a[0]! < b[0]! ? -1 : 1)),
    // A page on which nothing was seen is as good as none.
    pages: pages.flatMap(({ sample, words, ...page }) =>
      page.posts === 0
        ? []
        : {
            ...page,
            sample: sample.map((one) => [one.id, one.flock !== undefined]),
            words: words?.map((one) => one.hash),
          },
    ),
    badged: verdicts.flatMap(({ accountId, level }) =>
      level === 'strong' || level === 'weak' ? [[accountId, level]] : [],
    ),
  };
}
