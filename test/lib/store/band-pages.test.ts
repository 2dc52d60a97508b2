import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BandPage,
  type BandRun,
  firstPages,
  merged,
  pageOfBand,
  pagesBeside,
  pagesOf,
  runOf,
  textsWith,
  without,
} from '@/lib/store/band-pages';

const BAND = 2 ** 32;
const band = fc.tuple(fc.nat(11), fc.constantFrom(0, 1, 7, BAND / 2, BAND - 1)).map(([row, hash]) => row * BAND + hash);
const text = fc.record({ key: fc.stringMatching(/^[a-d]{1,3}$/), bands: fc.array(band, { maxLength: 4 }) });
const sizeOf = (pages: readonly BandPage[]) => pages.reduce((sum, { bands }) => sum + bands.length, 0);
/** The whole run, some pages at a time. */
const madeOf = (run: BandRun, from: readonly BandPage[], step = 3): readonly BandPage[] =>
  Array.from({ length: Math.ceil(run.pages / step) }, (_, i) => merged(run, from, i * step, (i + 1) * step)).flat();
/** A key names one text. */
const texts = fc.uniqueArray(text, { selector: ({ key }) => key, maxLength: 30 });
const having = (all: readonly { key: string; bands: readonly number[] }[], wanted: number) =>
  all.flatMap(({ key, bands }) => (bands.includes(wanted) ? key : [])).toSorted();

test('tell which texts have a band, also of several pages made one run, and without those that went', () => {
  fc.assert(
    fc.property(texts, fc.array(band), fc.integer({ min: 1, max: 4 }), (all, others, parts) => {
      const pages = Array.from({ length: parts }, (_, part) => part).flatMap((part) =>
        firstPages(
          `slip${part}`,
          all.filter((_, i) => i % parts === part),
        ),
      );
      const run = { ...runOf('run', sizeOf(pages)), pages: parts + 1 };
      // By way of a run of eight, as each came in until 2026-12.
      const before = { ...runOf('before', sizeOf(pages)), pages: 8 };
      const made = madeOf(run, madeOf(before, pages));
      expect(made.map(({ key }) => key)).toEqual(pagesOf(run));
      const gone = new Map(all.slice(0, 3).map(({ key, bands }) => [key, new Set(bands)]));
      for (const wanted of [...all.flatMap(({ bands }) => bands), ...others]) {
        const found = pages.flatMap((page) => textsWith(page, wanted)).toSorted();
        expect(found).toEqual(having(all, wanted));
        const page = made.find(({ key }) => key === pageOfBand(run, wanted))!;
        expect(textsWith(page, wanted)).toEqual(found);
        expect(textsWith(without(page, gone), wanted)).toEqual(found.filter((key) => !gone.has(key)));
      }
    }),
  );
});

test('pages of a long run are of one size, and of a band that thousands have, the smallest keys stay', () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({
    key: `text ${String(i).padStart(4, '0')}`,
    bands: [5, ...Array.from({ length: 11 }, (_, row) => (row + 1) * BAND + ((i * 2654435761) % BAND))],
  }));
  const slips = [...firstPages('a', many.slice(2500)), ...firstPages('b', many.slice(0, 2500))];
  const run = runOf('run', sizeOf(slips));
  const pages = madeOf(run, slips, 100);
  expect(pages.length).toBeGreaterThan(200);
  const sizes = pages.map(({ bands }) => bands.length).toSorted((a, b) => a - b);
  expect(sizes.at(-1)! / sizes[Math.floor(sizes.length / 2)]!).toBeLessThan(3);
  const page = pages.find(({ key }) => key === pageOfBand(run, 5))!;
  expect(textsWith(page, 5)).toEqual(many.slice(0, 64).map(({ key }) => key));
});

test('a run is made of another from the pages that have its bands', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (all, few, many) => {
      const old = { name: 'old', pages: few };
      const before = madeOf(old, firstPages('slip', all));
      const run = { name: 'run', pages: many };
      const made = Array.from({ length: many }, (_, number) => {
        const beside = pagesBeside(old, run, number, number + 1);
        return merged(
          run,
          before.filter(({ key }) => beside.includes(key)),
          number,
          number + 1,
        );
      }).flat();
      expect(made).toEqual(madeOf(run, before));
    }),
  );
});
