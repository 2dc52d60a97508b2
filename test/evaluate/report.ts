/** The tables of a run as one page of Markdown, the same text for the same engine: no date, no duration. */
import { f1, mean, precision, rate, recall, shareError, sum } from './measures';
import { families, type Row, seedsOf, talliesOf } from './rows';
import { switchTables } from './switch-table';
import { fixed, percent, table } from './table';
import type { Result } from './tasks';
import { wilson } from './wilson';

export function targetTable(rows: readonly Row[]): string {
  const met = (row: Row) => (row.met === undefined ? '' : row.met ? 'yes' : '**no**');
  return table(
    ['measure', 'target', 'got', '95 % bounds', 'met?'],
    rows.map((row) => [row.measure, row.target, row.got, row.bounds, met(row)]),
  );
}

export function report(profile: string, rows: readonly Row[], results: readonly Result[]): string {
  const missed = rows.filter((row) => row.met === false).length;
  const of = (kind: Result['task']['kind']) => seedsOf(results.filter(({ task }) => task.kind === kind));
  const left = results.filter(({ task, reading }) => task.kind === 'campaign' && reading === 'neither');
  return `# The evaluation

Written by \`npm run evaluate\` (${profile}); do not edit. What the measures mean stands in METHOD's section 4, who the
families are in \`test/evaluate/campaigns\` and \`test/evaluate/crowds\`. Pages are generated, people made up; the engine reads
X's own responses, written from the pages. A badge is a strong or a weak one. Recall is over all campaign accounts of which a
post was seen, where nothing else is said.
The article’s page: ${of('seed-page')}; campaign families: ${of('campaign')}, without some of the data: ${seedsOf(left)};
genuine families: ${of('crowd')}.
${missed === 0 ? 'All targets that are judged here are met.' : `**${missed} targets are missed.**`}

${targetTable(rows)}

## Campaign families

Sums over the seeds; F1 and the error of the share are means. “Reported” counts the badged among genuine people.

${campaignTable(results)}

## The same without some of the data: recall / precision

${ablationTable(results)}

## Genuine families

“Others” are the genuine people around them. Family 20 is spam of its own, badges are right there; 17 and 20 have a campaign
on the page.

${crowdTable(results)}

## With fingerprints switched off: recall / precision

The same posts, judged with fewer fingerprints (\`settings.off\`). Without the family of the texts nothing is badged, by
rule. “Genuine” are the members of the families above, but for 20; “others” are the genuine people around them.

${switchTables(results)}
`;
}

function campaignTable(results: readonly Result[]): string {
  const rows = families(results, 'campaign').map(({ id, title, tallies, total }) => [
    id,
    title,
    String(total.campaign),
    percent(total.campaignPosts / total.posts, 0),
    fixed(rate(precision(total))),
    fixed(rate(recall(total))),
    fixed(Math.min(...tallies.map((tally) => rate(recall(tally))))),
    fixed(mean(tallies.map(f1))),
    percent(total.foundStrong / total.campaign, 1),
    String(total.othersBadged),
    fixed(mean(tallies.map((tally) => Math.abs(shareError(tally)))), 2),
  ]);
  const head = [
    'family',
    'what is changed',
    'accounts',
    'share',
    'precision',
    'recall',
    'worst seed',
    'F1',
    'strong',
    'reported',
    'share error',
  ];
  return table(head, rows, 2);
}

const READINGS = ['full', 'no source', 'no created_at', 'neither', 'minutes'] as const;

function ablationTable(results: readonly Result[]): string {
  const cells = (tallies: (reading: string) => ReturnType<typeof talliesOf>) =>
    READINGS.map((reading) => {
      const total = sum(tallies(reading));
      return total.campaign === 0 ? '–' : `${fixed(rate(recall(total)))} / ${fixed(rate(precision(total)))}`;
    });
  const rows = families(results, 'campaign').map(({ id }) => [
    id,
    ...cells((reading) => talliesOf(results, 'campaign', reading, id)),
    differing(results.filter(({ task }) => task.id === id)),
  ]);
  const page = cells((reading) => talliesOf(results, 'seed-page', reading));
  const shuffled = differing(results.filter(({ task }) => task.kind === 'seed-page'));
  return table(
    ['family', ...READINGS, 'differ when shuffled (name only)'],
    [['the article’s page', ...page, shuffled], ...rows],
  );
}

function differing(results: readonly Result[]): string {
  const count = (name: 'accounts' | 'names') => results.reduce((n, one) => n + (one.differing?.[name] ?? 0), 0);
  return `${count('accounts')} (${count('names')})`;
}

function crowdTable(results: readonly Result[]): string {
  const rows = families(results, 'crowd').map(({ id, title, total, tallies }) => {
    const bound = (hits: number) => `≤ ${percent(wilson({ hits, of: total.members })[1])}`;
    return [
      id,
      title,
      String(total.members),
      `${total.membersStrong} (${bound(total.membersStrong)})`,
      `${total.membersBadged} (${bound(total.membersBadged)})`,
      percent(total.membersBadged / total.members),
      `${total.othersBadged} of ${total.others}`,
      total.campaign === 0 ? percent(Math.max(...tallies.map((t) => t.badgedPosts / t.posts))) : '–',
    ];
  });
  const head = [
    'family',
    'who',
    'accounts',
    'strong (bound)',
    'any badge (bound)',
    'rate',
    'others badged',
    'share, worst page',
  ];
  return table(head, rows, 2);
}
