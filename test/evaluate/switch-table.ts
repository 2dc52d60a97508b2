/** What is lost, and what is wrongly found, without a family of fingerprints or without one of them. */
import { mean, precision, rate, recall, sum, type Tally } from './measures';
import { families, seedsOf, talliesOf } from './rows';
import { familySwitches, singleSwitches } from './switches';
import { fixed, percent, table } from './table';
import type { Result } from './tasks';

export function switchTables(results: readonly Result[]): string {
  const some = results.filter(({ task }) => task.off !== undefined);
  const first = some.filter(({ task }) => task.off === 'each');
  return [
    `Families of fingerprints, ${seedsOf(some)}:`,
    switchTable(some, ['full', ...familySwitches.map((one) => one.name)]),
    ...(first.length === 0
      ? []
      : [
          `Single fingerprints, ${seedsOf(first)}:`,
          switchTable(first, ['full', ...singleSwitches.map((one) => one.name)]),
        ]),
  ].join('\n\n');
}

const both = (tally: Tally): string =>
  tally.campaign === 0 ? '–' : `${fixed(rate(recall(tally)))} / ${fixed(rate(precision(tally)))}`;

function switchTable(results: readonly Result[], readings: readonly string[]): string {
  const rows = readings.map((reading) => {
    const campaigns = families(results, 'campaign', reading).map((one) => one.total);
    const crowds = families(results, 'crowd', reading).filter((one) => !one.spam);
    const genuine = sum(crowds.map((one) => one.total));
    const worst = crowds
      .filter((one) => one.total.membersBadged > 0)
      .toSorted((a, b) => b.total.membersBadged / b.total.members - a.total.membersBadged / a.total.members)[0];
    return [
      reading === 'full' ? 'everything on' : reading,
      both(sum(talliesOf(results, 'seed-page', reading))),
      both(sum(campaigns)),
      campaigns.length === 0 ? '–' : fixed(mean(campaigns.map((tally) => rate(recall(tally))))),
      genuine.members === 0 ? '–' : `${genuine.membersStrong} and ${genuine.membersBadged} of ${genuine.members}`,
      worst ? `${percent(worst.total.membersBadged / worst.total.members)} (${worst.id})` : '0 %',
      genuine.others === 0 ? '–' : `${genuine.othersBadged} of ${genuine.others}`,
    ];
  });
  const head = [
    '',
    'the article’s page',
    'campaign families, pooled',
    'mean recall',
    'genuine: strong and any badge',
    'worst family',
    'others badged',
  ];
  return table(head, rows);
}
