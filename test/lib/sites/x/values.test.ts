import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snowflakeMs } from '../../../../lib/sites/x/snowflake';
import * as values from '../../../../lib/sites/x/values';

describe('the time in an id', () => {
  test('a published example: Wikipedia’s “Snowflake ID”', () => {
    expect(snowflakeMs('1541815603606036480')).toBe(Date.UTC(2022, 5, 28, 16, 7, 40, 105));
  });

  test('ids of before Snowflake, and impossible ones, tell none', () => {
    for (const id of ['0', '20', '29700859246', '9223372036854775808', '99999999999999999999']) {
      expect(snowflakeMs(id)).toBeUndefined();
    }
  });

  test('any moment survives the way into an id and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_288_835_000_000, max: 3_487_000_000_000 }),
        fc.nat(2 ** 22 - 1),
        (ms, sequence) => {
          const id = ((BigInt(ms) - 1_288_834_974_657n) << 22n) | BigInt(sequence);
          expect(snowflakeMs(String(id))).toBe(ms);
        },
      ),
    );
  });
});

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const written = (date: Date): string => {
  const [, , , time] = date.toISOString().split(/[-T.]/);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${time} +0000 ${date.getUTCFullYear()}`;
};

test('any date of the network is read to the second', () => {
  const date = fc.date({ min: new Date('2006-03-21'), max: new Date('2080-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(date, (moment) => {
      expect(values.dateMsOf(written(moment))).toBe(Math.floor(moment.getTime() / 1000) * 1000);
    }),
  );
});

test('no string but a date of the network is a date', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(values.dateMsOf(value)).toBeUndefined();
    }),
  );
  expect(values.dateMsOf(written(new Date('2005-12-31T00:00:00Z')))).toBeUndefined();
  expect(values.dateMsOf(' Sat Dec 14 04:35:55 +0000 2013')).toBeUndefined();
  expect(values.dateMsOf('Sat Dec 14 04:35:60 +0000 2013')).toBeUndefined();
  expect(values.dateMsOf('Sat Dez 14 04:35:55 +0000 2013')).toBeUndefined();
});

test('what is not believed is unknown, whatever it is', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const read of Object.values(values)) {
        const answer = read(value);
        if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
          expect(answer).toBeUndefined();
        }
      }
    }),
  );
});

test('counts', () => {
  expect([0, 7, '0', '1024', 2 ** 53].map(values.countOf)).toEqual([0, 7, 0, 1024, undefined]);
  expect([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '', ' 1', '1e3', '٣'].map(values.countOf)).toEqual(
    Array(8).fill(undefined),
  );
});

test('ids and handles', () => {
  expect(['7', '18446744073709551615', '', '123456789012345678901', '-1', '1n', '٣', '1\n'].map(values.idOf)).toEqual([
    '7',
    '18446744073709551615',
    ...Array(6).fill(undefined),
  ]);
  expect(['nour_writes', 'ا', '', 'a b', 'a'.repeat(21)].map(values.handleOf)).toEqual([
    'nour_writes',
    ...Array(4).fill(undefined),
  ]);
});

test('addresses', () => {
  const odd = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//x.example',
    ' https://x.example',
    `https://${'x'.repeat(3_000)}`,
  ];
  expect(['https://x.example', 'HTTP://x.example', ...odd].map(values.urlOf)).toEqual([
    'https://x.example',
    'HTTP://x.example',
    ...odd.map(() => undefined),
  ]);
  expect(values.urlOrNoneOf('')).toBe('');
});

test('entities are decoded once', () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.array(fc.constantFrom('&', '<', '>', 'amp;', 'lt;', 'a', ' '), { maxLength: 30 }), (parts) => {
      expect(values.escapedTextOf(escaped(parts.join('')))).toBe(parts.join(''));
    }),
  );
});
