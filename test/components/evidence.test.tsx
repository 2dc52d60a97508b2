// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { Findings } from '@/components/evidence';
import type { Finding, Verdict } from '@/lib/model';
import { wordsOf } from './words-of';

const about = (fingerprint: string, outcome: Finding['outcome']) =>
  ({ fingerprint, version: 1, family: 'text', outcome, scope: 'own', postIds: [] }) as const;
const verdict: Verdict = {
  accountId: '1',
  level: 'weak',
  findings: [
    { ...about('copied-text', 'match'), said: { key: 'copied-text/match', texts: 6, others: 2 } },
    { ...about('one-client', 'no-match'), said: { key: 'one-client/another', client: 'TweetDeck' } },
    { ...about('phase-lock', 'not-enough-seen'), said: { key: 'phase-lock/few', bursts: 1, needed: 3 } },
  ],
  counterEvidence: [{ key: 'verdict/own-words', own: 4, posts: 6 }],
  engineVersion: 3,
  settingsVersion: 1,
};
/** As a log holds it that an earlier version judged. */
const kept: Verdict = {
  ...verdict,
  findings: [
    { ...about('copied-text', 'match'), sentence: 'Posts 6 texts.' },
    { ...about('one-client', 'no-match'), sentence: 'Another app.' },
    { ...about('phase-lock', 'not-enough-seen'), sentence: 'Too little.' },
  ],
  counterEvidence: ['Its own words.', 'Another app.'],
  unknowns: ['Too little.'],
};

function shown(language: 'en' | 'ar', one: Verdict) {
  render(null, document.body);
  render(<Findings verdict={one} words={wordsOf(language)} />, document.body);
  return [...document.querySelectorAll<HTMLElement>('li > span:first-child')].map((span) => ({
    text: span.textContent?.replaceAll(/[\u2068\u2069]/g, ''),
    lang: span.lang,
    dir: span.dir,
  }));
}

test('in English', () => {
  expect(shown('en', verdict)).toEqual([
    {
      text: 'Posts 6 texts that are shared in a pool of texts posted by 2 other accounts seen here.',
      lang: '',
      dir: 'ltr',
    },
    { text: 'Posts from another app than its group (TweetDeck).', lang: '', dir: 'ltr' },
    { text: '4 of 6 posts seen carry none of the texts of its group.', lang: '', dir: 'ltr' },
    { text: '1 burst seen; 3 are needed to see it in step with others.', lang: '', dir: 'ltr' },
  ]);
});

test('in Arabic, with names and numbers held apart', () => {
  expect(shown('ar', verdict)).toEqual([
    { text: 'له 6 نصوص من مجموعة نصوص مشتركة بينه وبين حسابين آخرين ممّا شوهد هنا.', lang: '', dir: 'rtl' },
    { text: 'ينشر من تطبيق غير تطبيق سربه (TweetDeck).', lang: '', dir: 'rtl' },
    { text: '4 من 6 منشورات في ما شوهد لا تحمل أيًّا من نصوص سربه.', lang: '', dir: 'rtl' },
    { text: 'دفعة واحدة في ما شوهد؛ ويلزم 3 على الأقل ليتبيّن إن كان يساير غيره.', lang: '', dir: 'rtl' },
  ]);
  expect(document.body.textContent).toContain('(\u2068TweetDeck\u2069)');
});

test('what an earlier version kept is shown as it is, once, and said to be English', () => {
  for (const language of ['en', 'ar'] as const) {
    expect(shown(language, kept)).toEqual(
      ['Posts 6 texts.', 'Another app.', 'Its own words.', 'Too little.'].map((text) => ({
        text,
        lang: 'en',
        dir: 'ltr',
      })),
    );
  }
});
