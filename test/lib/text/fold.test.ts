import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact, fold, foldHashtag } from '../../../lib/text/fold';

/** Letters, marks and signs that folding treats in one way or another, so that chance puts them beside each other. */
const delicate = fc.constantFrom(
  ...'aAbßẞıİIσΣςéœŁøآأإٱاةهىييیکكۀۂےۓئؤءـًَّٰٕٔۖ٣۳३৩3１²½①ᄀ가각किखाக்ุ่ำ שׁáＡﬁ',
  ...'#＃@＠_.:/*?!… \n\t،؟',
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u202b', '\u2066', '\ufeff', '\u00ad', '\ufe0f', '\u20e3', '\u0301'],
  ...['🇸🇦', '🇪🇬', '👨‍👩‍👧', '👍🏽', '🔟', '🌴', '\ud800', '\udc00', 'https://t.co/ab', 't.co/ab', '@user', '#tag'],
);
const writing = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(delicate, { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('folding is settled: doing it twice changes nothing', () => {
  test.each([
    ['fold', fold],
    ['compact', compact],
    ['foldHashtag', foldHashtag],
  ] as const)('%s', (_name, once) => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(once(once(text))).toBe(once(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('what is left are words parted by single spaces; without spaces it is the compact form', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(fold(text)).toMatch(/^([\p{L}\p{M}\p{N}]+( [\p{L}\p{M}\p{N}]+)*)?$/u);
        expect(compact(text)).toMatch(/^[\p{L}\p{M}\p{N}]*$/u);
        expect(compact(fold(text))).toBe(compact(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('composed and decomposed writing are one', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

describe('two writings of the same words', () => {
  test.each([
    ['hamza on alef', 'أكد الأهلي إنه آت', 'اكد الاهلي انه ات'],
    ['alef wasla', 'ٱلسلام', 'السلام'],
    ['hamza on waw and yeh', 'مسؤول مسئول', 'مسوول مسيول'],
    ['teh marbuta', 'المملكة', 'المملكه'],
    ['alef maqsura', 'على مستشفى', 'علي مستشفي'],
    ['harakat and shadda', 'مُحَمَّدٌ رَسُولُ', 'محمد رسول'],
    ['Quranic signs', 'ٱلرَّحۡمَـٰنِ', 'الرحمن'],
    ['tatweel', 'الســـــعودية', 'السعودية'],
    ['Persian yeh and kaf', 'یک کتاب', 'يك كتاب'],
    ['Urdu heh and yeh barree', 'ہمارے گھر', 'هماري گهر'],
    ['Persian joiner', 'می‌خواهم', 'میخواهم'],
    ['Arabic-Indic, Persian and ASCII digits', '٢٠١٦ ۲۰۱۶', '2016 2016'],
    ['Devanagari and Bengali digits', '२०१६ ২০১৬', '2016 2016'],
    ['letters drawn out', 'هههههههه راااائع goooal', 'ه رائع goal'],
    ['case', 'BREAKING News', 'breaking news'],
    ['Turkish i, both', 'İSTANBUL ılık', 'istanbul ilik'],
    ['accents', 'Crème brûlée à Málaga', 'creme brulee a malaga'],
    ['letters that no accent explains', 'Straße Łódź Øre đ', 'strasse lodz ore d'],
    ['final sigma', 'ΟΔΟΣ', 'οδοσ'],
    ['full width', 'ＦＲＥＥ　１２', 'free 12'],
    ['presentation forms', 'ﺍﻟﻠﻪ ﻻ', 'الله لا'],
    ['bidi marks', '\u202bمصر\u202c \u200fواحدة', 'مصر واحدة'],
    ['address at the end', 'قال الوزير https://t.co/Ab1', 'قال الوزير'],
    ['address glued to Arabic', 'قال الوزيرhttps://t.co/Ab1', 'قال الوزير'],
    ['picture link without scheme', 'قال الوزير pic.twitter.com/xy', 'قال الوزير'],
    ['mentions', 'قال @alekhbariya الوزير', 'قال الوزير'],
    ['hashtags, Arabic and Latin', '#السعوديه_تدعم_مصر قال الوزير #Egypt', 'قال الوزير'],
    ['full-width hashtag and mention', '＃egypt ＠user قال', 'قال'],
    ['flags', 'مصر🇪🇬 والسعودية🇸🇦', 'مصر والسعودية'],
    ['a lost emoji, as question marks', 'فرحة ???? كبيرة', 'فرحة كبيرة'],
    ['dots and ellipsis', 'قال… الوزير...', 'قال الوزير'],
    ['keycaps', 'top 1️⃣ news #️⃣', 'top news'],
    ['keycap before a word', '#️⃣news today', 'news today'],
  ])('%s', (_what, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test('an emoji put inside a word changes the compact form not at all', () => {
    expect(compact('مص🌴ر وال🇸🇦سعودية')).toBe(compact('مصر والسعودية'));
    expect(fold('مص🌴ر')).not.toBe(fold('مصر'));
  });

  test('emoji, spaces and tatweel put anywhere change the compact form not at all', () => {
    const words = 'وزير الخارجية يؤكد دعم المملكة لمصر في كل المحافل الدولية';
    const noise = fc.array(fc.tuple(fc.nat(words.length), fc.constantFrom('🌴', '🇸🇦', '…', 'ـ', ' ', '\u200f', '؟')));
    fc.assert(
      fc.property(noise, (puts) => {
        const noisy = puts.reduce((text, [at, sign]) => {
          const letters = Array.from(text);
          return [...letters.slice(0, at), sign, ...letters.slice(at)].join('');
        }, words);
        expect(compact(noisy)).toBe(compact(words));
      }),
    );
  });
});

describe('different words stay different', () => {
  test.each([
    ['one letter', 'كتاب', 'كتب'],
    ['Indic vowel signs', 'किताब', 'कतब'],
    ['Indic vowel signs, one for another', 'की', 'के'],
    ['Thai vowels', 'กิน', 'กัน'],
    ['Bengali vowel signs', 'কি', 'কা'],
    ['doubled letters', 'book', 'bok'],
    ['digits', 'مباراة 2016', 'مباراة 2017'],
    ['numbers drawn out are numbers', '1000', '10'],
    ['CJK', '上海', '上每'],
    ['peh and beh', 'پاپ', 'باب'],
  ])('%s', (_what, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('no words, no text', () => {
    for (const text of ['', '   ', '🇸🇦🇪🇬', '#وسم @user https://t.co/a', '????…', '\u200f\u202b']) {
      expect(compact(text), JSON.stringify(text)).toBe('');
    }
  });

  test('half a surrogate pair is no word and breaks nothing', () => {
    expect(fold('a\ud800b \udc00')).toBe('a b');
  });
});

describe('a hashtag has one page, however it is spelled', () => {
  test.each([
    ['Egypt', 'EGYPT'],
    ['السعودية_تدعم_مصر', 'السعوديه_تدعم_مصر'],
    ['أخبار', 'اخبار'],
    ['مصــر', 'مصر'],
  ])('%s, %s', (one, other) => {
    expect(foldHashtag(one)).toBe(foldHashtag(other));
  });
  test('the line below stays: it parts words', () => {
    expect(foldHashtag('دعم_مصر')).not.toBe(foldHashtag('دعممصر'));
  });
});
