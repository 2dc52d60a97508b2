/** Profiles of genuine accounts: sign-up dates that spread over the years, counts that vary a thousandfold. */
import { genuinePerson } from './names';
import type { Random } from './random';
import { accountIdFor, type TruthAccount } from './truth';

const DAY_MS = 86_400_000;
/** Relative number of sign-ups a year among people active on Arabic tags: growth to 2013, then a plateau. */
const YEARS: readonly (readonly [number, number])[] = [
  [2009, 2],
  [2010, 5],
  [2011, 14],
  [2012, 22],
  [2013, 20],
  [2014, 14],
  [2015, 12],
  [2016, 7],
  [2017, 7],
  [2018, 7],
  [2019, 8],
  [2020, 9],
  [2021, 8],
  [2022, 8],
  [2023, 7],
  [2024, 8],
  [2025, 8],
  [2026, 6],
];

const BIO_PARTS = [
  'مهندس',
  'طالبة جامعية',
  'أم لثلاثة',
  'محب للقهوة',
  'معلم متقاعد',
  'أهلاوي',
  'زملكاوي',
  'هلالي حتى النخاع',
  'كاتب',
  'مصور هاوي',
  'اللهم صل على محمد',
  'اقتصاد وسياسة',
  'الرأي هنا شخصي',
  'صيدلانية',
  'من {town} وأفتخر',
  'محاسب قانوني',
  'قارئ نهم',
  'أكتب لأتنفس',
  'Engineer',
  'views my own',
  'coffee & books',
  'Cairo / London',
  'economics nerd',
  'RT ≠ endorsement',
  'freelance translator',
  'dad of two',
] as const;
const TOWNS = [
  'الرياض',
  'جدة',
  'القاهرة',
  'الإسكندرية',
  'الكويت',
  'الدمام',
  'دبي',
  'المنصورة',
  'طنطا',
  'أبها',
  'London',
  'Doha',
] as const;

export interface GenuineOptions {
  /** Nobody signed up after this; usually the page's time. */
  readonly untilMs: number;
  /** Share of sign-ups within the last 30 days: real pages always have some. */
  readonly recent: number;
  readonly eightDigits: number;
}

/** One made-up genuine account. */
export function genuineAccount(random: Random, taken: Set<string>, options: GenuineOptions): TruthAccount {
  const createdAtMs = signUp(random, options);
  const recent = options.untilMs - createdAtMs < 31 * DAY_MS;
  const person = genuinePerson(random, taken, recent ? 0.7 : options.eightDigits);
  const ageDays = Math.max(1, (options.untilMs - createdAtMs) / DAY_MS);
  const town = random.pick(TOWNS);
  const bio = random.chance(recent ? 0.7 : 0.3)
    ? ''
    : random
        .shuffle(BIO_PARTS)
        .slice(0, random.int(1, 3))
        .join(random.pick([' | ', '، ', ' · ', '\n', ' . ']))
        .replaceAll('{town}', town);
  return {
    id: accountIdFor(createdAtMs, random),
    ...person,
    createdAtMs,
    followers: Math.floor(Math.exp(random.normal(recent ? 1.5 : 5.2, 1.9))),
    following: Math.floor(Math.exp(random.normal(recent ? 3 : 5.4, 1.2))),
    postsCount: 1 + Math.floor(ageDays * Math.exp(random.normal(0.9, 1.5))),
    likes: Math.floor(ageDays * Math.exp(random.normal(0.6, 1.7))),
    bio,
    banner: random.chance(recent ? 0.15 : 0.62)
      ? `https://pbs.twimg.com/profile_banners/${random.int(1e6, 9e8)}/${random.int(1e9, 1.4e9)}`
      : '',
    location: random.chance(0.4) ? town : '',
    defaultAvatar: random.chance(recent ? 0.4 : 0.05),
    verified: random.chance(0.02),
    campaign: null,
  };
}

function signUp(random: Random, { untilMs, recent }: GenuineOptions): number {
  if (random.chance(recent)) return untilMs - random.next() * 29 * DAY_MS - DAY_MS;
  const last = new Date(untilMs).getUTCFullYear();
  for (;;) {
    const year = random.weighted(YEARS.filter(([y]) => y <= last));
    const atMs = Date.UTC(year, 0, 1) + random.next() * 365 * DAY_MS;
    if (atMs < untilMs - DAY_MS) return Math.floor(atMs / 1000) * 1000;
  }
}
