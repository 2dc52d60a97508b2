import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asksPosts,
  type Filter,
  filterQuery,
  fitsAccountPart,
  isEmpty,
  matchesAccount,
  matchesPost,
  readFilter,
} from '@/lib/filter';
import type { AccountLine, PostLine } from '@/lib/formats/lines';
import type { AccountRow, PostRow } from '@/lib/log';
import type { Finding, Level } from '@/lib/model';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((value) => value.toWellFormed());
const time = fc.integer({ min: -8.64e15, max: 8.64e15 });
const levels = fc
  .subarray<Level>(['strong', 'weak', 'none', 'not-enough-seen'], { minLength: 1 })
  .map((some) => [...some]);
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    text,
    hashtag: text,
    page: text,
    fromMs: time,
    toMs: time,
    levels,
    fingerprint: text,
    label: text,
    client: text,
    lang: text,
    flock: text,
    account: text,
  },
  { requiredKeys: [] },
);

describe('in an address', () => {
  test('whatever is asked comes back as it was, and what is not the filter’s is left alone', () => {
    fc.assert(
      fc.property(filters, fc.array(fc.tuple(fc.constantFrom('sort', 'cols', 'id'), text)), (filter, others) => {
        const own = others.map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
        const query = [...own, filterQuery(filter)].filter((part) => part !== '').join('&');
        const read = readFilter(query);
        expect(read.filter).toEqual(filter);
        expect(read.rest).toEqual(others);
      }),
    );
  });

  test('any text can be read; nothing of it is an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const { filter } = readFilter(query);
        expect(readFilter(filterQuery(filter)).filter).toEqual(filter);
      }),
    );
  });

  test.each<[string, Filter]>([
    ['', {}],
    ['q=', {}],
    ['q=%D9%85%D8%B5%D8%B1+now', { text: 'مصر now' }],
    ['level=weak,strong,odd', { levels: ['strong', 'weak'] }],
    ['level=odd', {}],
    ['from=2016-07-26&to=2016-07-27T12:00:00.000Z', { fromMs: 1469491200000, toMs: 1469620800000 }],
    ['from=never&to=99999999999999999999', {}],
    ['q=%E4%zz', { text: '%E4%zz' }],
  ])('%j', (query, filter) => {
    expect(readFilter(query).filter).toEqual(filter);
  });

  test('asks nothing, or something of posts', () => {
    expect([{}, { text: '' }, { levels: [] }].map(isEmpty)).toEqual([true, true, true]);
    expect([{ client: 'x' }, { levels: ['weak'] as const }].map(asksPosts)).toEqual([true, false]);
  });
});

const account: AccountRow = {
  id: '12',
  handle: 'Ahmad_1',
  name: 'José Ahmad',
  bio: 'محب للقهوة',
  firstSeenMs: 0,
  lastSeenMs: 0,
  handles: [{ handle: 'old_name', untilMs: 1 }],
  counts: [],
};
const match = { fingerprint: 'copied-text', outcome: 'match' } as Finding;
const author: AccountLine = {
  account,
  verdict: {
    accountId: '12',
    level: 'weak',
    findings: [match, { ...match, fingerprint: 'playlist', outcome: 'no-match' }],
    counterEvidence: [],
    unknowns: [],
    engineVersion: 1,
    settingsVersion: 1,
  },
  label: { id: 'l', accountId: '12', value: 'spam', note: 'see the bread', coder: '', atMs: 0 },
  dismissed: false,
  postsSeen: 2,
  flock: 'f.1',
};
const post: PostRow = {
  id: '900',
  authorId: '12',
  createdAtMs: 1000,
  text: 'الأهلي يفوز  #السعوديه_تدعم_مصر 🌴 CAFÉ',
  client: 'TweetDeck',
  lang: 'ar',
  links: ['https://saudi24.tv/live'],
  hashtags: ['السعوديه_تدعم_مصر'],
  mentions: [],
  pages: ['hashtag:loan', 'home'],
};
const line: PostLine = { post, authorHandle: 'Ahmad_1' };

/** Posts it fits, as asked by a filter's address. */
const fitsPost = (query: string) => {
  const { filter } = readFilter(query);
  return matchesPost(filter, line, () => fitsAccountPart(filter, author));
};
const fitsAccount = (query: string, hasPost = false) => matchesAccount(readFilter(query).filter, author, () => hasPost);

describe('a post', () => {
  test.each([
    'q=الاهلي',
    'q=الأَهْلِي',
    'q=cafe',
    'q=CAFÉ+يفوز',
    'q=AHMAD_1',
    'q=@ahmad_1',
    'q=%23السعودية_تدعم_مصر',
    'q="تدعم+مصر"',
    'q=saudi24.tv',
    'q=https://saudi24.tv',
    'q=-bread',
    'q=900',
    'tag=السعودية_تدعم_مصر',
    'tag=LOAN',
    'page=home',
    'from=1970-01-01T00:00:01Z',
    'level=strong,weak',
    'fp=copied-text',
    'label=spam',
    'label=any',
    'client=TweetDeck',
    'lang=ar',
    'flock=f.1',
    'by=12',
    'q=cafe&lang=ar&level=weak',
  ])('fits %s', (query) => {
    expect(fitsPost(query)).toBe(true);
  });
  test.each([
    'q=cafe+missing',
    'q="مصر+تدعم"',
    'q=-cafe',
    'q=90',
    'tag=egypt',
    'page=loan',
    'from=1970-01-01T00:00:01.001Z',
    'to=1970-01-01T00:00:01Z',
    'level=none',
    'fp=playlist',
    'label=none',
    'label=unsure',
    'client=Tweet',
    'lang=en',
    'flock=f.2',
    'by=1',
    'q=cafe&lang=en',
  ])('does not fit %s', (query) => {
    expect(fitsPost(query)).toBe(false);
  });
  test('of an account nobody knows fits what asks nothing of an account', () => {
    const fits = (filter: Filter) => matchesPost(filter, { post }, () => fitsAccountPart(filter, undefined));
    expect(fits({ lang: 'ar' })).toBe(true);
    expect(fits({ levels: ['not-enough-seen'] })).toBe(true);
    expect(fits({ levels: ['none'] })).toBe(false);
    expect(fits({ label: 'none' })).toBe(true);
    const nobody = () => {
      throw new Error('asked');
    };
    expect(matchesPost({ lang: 'ar' }, { post }, nobody)).toBe(true);
  });
});

describe('an account', () => {
  test.each([
    'q=jose',
    'q=old_name',
    'q=قهوة',
    'q=bread',
    'q=12',
    'level=weak',
    'fp=copied-text',
    'flock=f.1',
    'by=12',
  ])('fits %s', (query) => {
    expect(fitsAccount(query)).toBe(true);
  });
  test.each(['q=cafe', 'level=none', 'by=1'])('does not fit %s', (query) => {
    expect(fitsAccount(query)).toBe(false);
  });
  test('fits what is asked of posts where one of its posts does', () => {
    expect([fitsAccount('lang=ar', true), fitsAccount('lang=ar', false)]).toEqual([true, false]);
  });
});
