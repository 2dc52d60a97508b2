import { expect, test } from 'vitest';
import { fingerprints } from '@/lib/fingerprints';
import { defaultSettings } from '@/lib/settings';
import { verdictLines } from './replay-captures';
import { familySwitches, singleSwitches } from './switches';
import { casesOf, read } from './tasks';

test('each family once, each fingerprint once, and none is nobody’s', () => {
  expect(familySwitches.map((one) => one.name)).toEqual(
    ['text', 'cadence', 'dates', 'else'].map((f) => `without ${f}`),
  );
  const all = fingerprints.map((one) => one.id).toSorted();
  expect(familySwitches.flatMap((one) => one.off).toSorted()).toEqual(all);
  expect(singleSwitches.flatMap((one) => one.off).toSorted()).toEqual(all);
});

test('the published rows without each family: their badges rest on texts and rhythm', async () => {
  const [rows] = [...casesOf({ kind: 'seed-32', id: 'seed-32', seed: 1, size: 'quick', ablations: false })];
  const { log } = await read(rows!, {}, 1);
  const badged = async (off: readonly string[]) => {
    let n = 0;
    for await (const line of verdictLines(log, { ...defaultSettings, off }))
      if (line.level === 'strong' || line.level === 'weak') n++;
    return n;
  };
  const counts = Object.fromEntries(
    await Promise.all(familySwitches.map(async ({ name, off }) => [name, await badged(off)] as const)),
  );
  expect(counts).toEqual({ 'without text': 0, 'without cadence': 0, 'without dates': 6, 'without else': 6 });
});
