// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { QualityAgreement } from '@/components/quality-agreement';
import { QualityFit } from '@/components/quality-fit';
import { codersOf, compareCoders } from '@/lib/coders';
import { qualityOf } from '@/lib/desk/quality';
import { defaultDesk } from '@/lib/desk-settings';
import type { Label, Level, Verdict } from '@/lib/model';
import { wordsOf } from './words-of';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});
const text = (view: preact.VNode): string => {
  const app = document.querySelector('#app') as HTMLElement;
  act(() => render(view, app));
  return app.textContent ?? '';
};
let n = 0;
const label = (coder: string, accountId: string, value: string): Label => ({
  id: `l${++n}`,
  accountId,
  value,
  note: '',
  coder,
  atMs: n,
});
const verdict = (accountId: string, level: Level): Verdict => ({
  accountId,
  level,
  findings: [],
  counterEvidence: [],
  unknowns: [],
  engineVersion: 1,
  settingsVersion: 1,
});

function figures(labels: readonly Label[], levels: Readonly<Record<string, Level>>): string {
  const verdicts = new Map(Object.entries(levels).map(([id, level]) => [id, verdict(id, level)]));
  const quality = qualityOf(labels, verdicts, defaultDesk.codebook, undefined);
  return text(<QualityFit quality={quality} words={wordsOf('en')} />);
}

test('precision and recall with intervals, and what they are of', () => {
  const told = figures([label('', '1', 'spam'), label('', '2', 'spam'), label('', '3', 'not-spam')], {
    1: 'strong',
    2: 'none',
    3: 'none',
  });
  for (const part of ['Counted: 2 as spam, 1 as genuine', '100.0% (20.7%–100.0%), 1 of 1', '1 of 2', 'Fewer than 30']) {
    expect(told).toContain(part);
  }
});

test('what cannot be computed is said in words', () => {
  expect(figures([label('', '1', 'unsure')], {})).toContain('no label counts as spam or as genuine');
  expect(figures([label('', '1', 'not-spam')], { 1: 'none' })).toContain('none labelled spam');
  expect(figures([label('', '1', 'spam')], { 1: 'none' })).toContain('marks none');
  // Nothing was seen of it: no recall of 0.
  const unseen = figures([label('', '1', 'spam')], {});
  expect(unseen).not.toContain('0.0%');
  expect(figures([label('', '1', 'of-another-project')], {})).toContain(
    '1 label has a key that the codebook does not know',
  );
});

function agreement(labels: readonly Label[]): string {
  const coders = codersOf(labels, 'here', new Set());
  return text(
    <QualityAgreement
      comparison={compareCoders(coders)}
      coders={coders.map(({ name }) => name)}
      handles={new Map([['1', 'amal']])}
      desk={defaultDesk}
      accountHref={(id) => `#/account?id=${id}`}
      words={wordsOf('en')}
    />,
  );
}

test('κ with its interval, α, and the accounts on which coders differ', () => {
  const labels = ['1', '2', '3', '4'].flatMap((id) => [
    label('Amal', id, id > '2' ? 'not-spam' : 'spam'),
    label('Bea', id, id > '3' || id === '1' ? 'not-spam' : 'spam'),
  ]);
  const told = agreement(labels);
  for (const part of [
    '\u2068Amal\u2069 and \u2068Bea\u2069',
    '50.0%',
    'from 8 labels of 4 accounts',
    '@amal',
    'Not spam',
  ]) {
    expect(told).toContain(part);
  }
  expect(document.querySelector('td a')?.getAttribute('href')).toBe('#/account?id=1');
});

test('one coder, coders who never met, coders who say one thing only', () => {
  expect(agreement([label('Amal', '1', 'spam')])).toContain('labels of one coder only');
  const apart = agreement([label('Amal', '1', 'spam'), label('Bea', '2', 'spam')]);
  expect(apart).toContain('no account that both labelled');
  expect(apart).not.toContain('Disagreements');
  const same = agreement([label('Amal', '1', 'spam'), label('Bea', '1', 'spam')]);
  expect(same).toContain('all gave one and the same label');
  expect(same).toContain('wherever two labelled, they gave the same label');
});
