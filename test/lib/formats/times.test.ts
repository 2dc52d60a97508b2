import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZone, momentOf, readTime } from '@/lib/formats/times';

const at = (iso: string) => ({ atMs: Date.parse(iso) });
const wall = (iso: string, isOrderGuessed = false) => ({ wallMs: Date.parse(iso), isOrderGuessed });

test.each([
  ['Tue Jul 26 22:15:51 +0000 2016', at('2016-07-26T22:15:51Z')],
  ['Tue Jul 26 22:15:51 +0300 2016', at('2016-07-26T19:15:51Z')],
  ['2016-07-26T22:15:51.123Z', at('2016-07-26T22:15:51.123Z')],
  ['2016-07-26 22:15:51 +08:00', at('2016-07-26T14:15:51Z')],
  ['2016-07-26 22:15:51+00', at('2016-07-26T22:15:51Z')],
  ['2016/7/26 22:15 UTC', at('2016-07-26T22:15:00Z')],
  ['1469571351', at('2016-07-26T22:15:51Z')],
  ['1469571351000', at('2016-07-26T22:15:51Z')],
  ['2016-07-26 22:15:51', wall('2016-07-26T22:15:51Z')],
  ['7/26/2016 22:15:51', wall('2016-07-26T22:15:51Z')],
  ['26/07/2016 22:15:51', wall('2016-07-26T22:15:51Z')],
  ['26.07.2016 22:15', wall('2016-07-26T22:15:00Z')],
  ['7/8/2016 10:15:51 PM', wall('2016-07-08T22:15:51Z', true)],
  ['7/7/2016 12:00 am', wall('2016-07-07T00:00:00Z')],
  ['٢٦/٠٧/٢٠١٦ ٢٢:١٥', wall('2016-07-26T22:15:00Z')],
  ['2016-07-26', wall('2016-07-26T00:00:00Z')],
])('%s', (written, read) => {
  expect(readTime(written, undefined)).toEqual(read);
});

test.each([
  '',
  'yesterday',
  '31/02/2016 10:00',
  '2016-13-01',
  '2016-07-26 25:00',
  '13:75',
  '757961743000000123',
  '26/26/2016',
])('no time: %j', (written) => {
  expect(readTime(written, undefined)).toBeUndefined();
});

test('the day first, where somebody says so', () => {
  expect(readTime('7/8/2016', true)).toEqual(wall('2016-08-07T00:00:00Z'));
  expect(readTime('7/26/2016', true)).toEqual(wall('2016-07-26T00:00:00Z'));
});

describe('zones', () => {
  test('are named by offset or place', () => {
    expect(['UTC', '+03:00', '-0930', 'Asia/Riyadh', 'Europe/London'].map(isZone)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['', 'Nowhere/Land', '3', 'morning'].map(isZone)).toEqual([false, false, false, false]);
    expect(() => momentOf(0, 'Nowhere/Land')).toThrow(RangeError);
  });

  test.each([
    ['Asia/Riyadh', '2016-07-26T22:15:51Z', '2016-07-26T19:15:51Z'],
    ['Europe/London', '2016-07-26T16:15:51Z', '2016-07-26T15:15:51Z'],
    ['Europe/London', '2016-01-26T16:15:51Z', '2016-01-26T16:15:51Z'],
    ['America/New_York', '2016-11-06T00:59:00Z', '2016-11-06T04:59:00Z'],
    ['America/New_York', '2016-11-06T03:00:00Z', '2016-11-06T08:00:00Z'],
    ['+03:00', '2016-07-26T22:15:51Z', '2016-07-26T19:15:51Z'],
  ])('%s at %s', (zone, shown, moment) => {
    expect(new Date(momentOf(Date.parse(shown), zone)).toISOString()).toBe(new Date(moment).toISOString());
  });

  test('what a zone’s clocks show of a moment, names that moment, but in the hour that they show twice', () => {
    const moments = fc.integer({ min: Date.UTC(2006, 3, 1), max: Date.UTC(2030, 0, 1) });
    const shown = (atMs: number, timeZone: string) => {
      const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
        atMs,
      );
      return Date.parse(`${parts.replace(' ', 'T')}Z`);
    };
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('Asia/Tehran', 'Africa/Cairo', 'America/New_York', 'Asia/Kolkata'),
        (ms, zone) => {
          const atMs = Math.floor(ms / 1000) * 1000;
          expect([0, 3_600_000]).toContain(Math.abs(momentOf(shown(atMs, zone), zone) - atMs));
        },
      ),
    );
  });
});
