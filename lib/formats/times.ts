/**
 * Times as files write them. A time that names its zone, or is a number of seconds, is a moment; any other is what a clock on some
 * wall showed, and needs a zone to be one.
 */

export type ReadTime =
  | { readonly atMs: number }
  | {
      /** As if the wall's clock showed UTC. */
      readonly wallMs: number;
      /** Day and month could be meant the other way round. */
      readonly isOrderGuessed: boolean;
    };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?|ص|م)?`;
const ZONE = String.raw`\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?`;
/** 2016-07-26T22:15:51.000Z, 2016/07/26 22:15 +03:00 */
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ,]+${CLOCK}${ZONE})?$`, 'i');
/** 7/26/2016 22:15:51, 26.07.2016 22:15 */
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ,]+${CLOCK}${ZONE})?$`, 'i');
/** Tue Jul 26 22:15:51 +0000 2016, as X wrote it */
const OF_X = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}) (\d{4})$/i;
const NUMBER = /^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/;
const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/g;

const latin = (text: string): string => text.replace(EASTERN, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Minutes east of UTC; `undefined`: no such zone. */
function offsetOf(zone: string): number | undefined {
  if (/^(z|utc|gmt)$/i.test(zone)) return 0;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function clockMs(hour = '0', minute = '0', second = '0', fraction = '', half = ''): number | undefined {
  let h = Number(hour);
  if (half !== '') {
    if (h < 1 || h > 12) return undefined;
    h = (h % 12) + (/^(p|م)/i.test(half) ? 12 : 0);
  }
  if (h > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return ((h * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

function dayMs(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms : undefined;
}

/** @param dayFirst of dates with the year last, where the numbers leave it open */
export function readTime(written: string, dayFirst: boolean | undefined): ReadTime | undefined {
  const text = latin(written.trim());
  if (NUMBER.test(text))
    return { atMs: text.length >= 12 && !text.includes('.') ? Number(text) : Math.round(Number(text) * 1000) };
  const x = OF_X.exec(text);
  if (x) {
    const [day, clock] = [
      dayMs(Number(x[7]), MONTHS.indexOf(x[1]!.toLowerCase()) + 1, Number(x[2])),
      clockMs(x[3], x[4], x[5]),
    ];
    return day === undefined || clock === undefined ? undefined : { atMs: day + clock - offsetOf(x[6]!)! * 60_000 };
  }
  const first = YEAR_FIRST.exec(text);
  const last = first ? null : YEAR_LAST.exec(text);
  const parts = first ?? last;
  if (!parts) return undefined;
  const [a, b] = [Number(parts[1]), Number(parts[2])];
  const isDayFirst = a > 12 || (b <= 12 && dayFirst === true);
  const day = first ? dayMs(a, b, Number(parts[3])) : dayMs(Number(parts[3]), isDayFirst ? b : a, isDayFirst ? a : b);
  const clock = clockMs(parts[4], parts[5], parts[6], parts[7], parts[8]);
  if (day === undefined || clock === undefined) return undefined;
  const offset = parts[9] === undefined ? undefined : offsetOf(parts[9]);
  if (offset !== undefined) return { atMs: day + clock - offset * 60_000 };
  return {
    wallMs: day + clock,
    isOrderGuessed: last !== null && a <= 12 && b <= 12 && a !== b && dayFirst === undefined,
  };
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Zones a person can name: `UTC`, an offset, or one of the tz database. */
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    let format: Intl.DateTimeFormat | undefined;
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      // Not a zone: said by `undefined`, and asked for again.
      format = undefined;
    }
    formats.set(zone, format);
  }
  return formats.get(zone);
}

export const isZone = (zone: string): boolean => offsetOf(zone) !== undefined || formatOf(zone) !== undefined;

const HOUR = 3_600_000;
const shifts = new Map<string, number>();

/** Milliseconds by which the zone's clocks were ahead of UTC at this moment. Asked once an hour of time. */
function shiftAt(zone: string, atMs: number): number {
  const key = `${zone} ${Math.floor(atMs / HOUR)}`;
  const known = shifts.get(key);
  if (known !== undefined) return known;
  if (shifts.size > 100_000) shifts.clear();
  const parts = new Map(
    formatOf(zone)!
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  const shift = wall - Math.floor(atMs / 1000) * 1000;
  shifts.set(key, shift);
  return shift;
}

/**
 * The moment at which the clocks of a zone showed this time. Of an hour that they show twice the second one is meant; of one that they skip, the
 * hour after.
 * @throws {RangeError} for what `isZone` denies
 */
export function momentOf(wallMs: number, zone: string): number {
  const offset = offsetOf(zone);
  if (offset !== undefined) return wallMs - offset * 60_000;
  if (!formatOf(zone)) throw new RangeError(`no zone: ${zone}`);
  const guess = wallMs - shiftAt(zone, wallMs);
  return wallMs - shiftAt(zone, guess);
}
