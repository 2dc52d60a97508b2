// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { ExportProgress } from '@/components/export-progress';
import { EDGES_CAP, TooManyEdges } from '@/lib/formats/gexf';
import { wordsOf } from './words-of';

test.each([
  ['en', 'set a filter'],
  ['ar', 'اضبط تصفية'],
] as const)('%s: a network too large for GEXF is told with the bound and two ways out', (lang, filter) => {
  // As it comes from the worker: its name and its message.
  const { name, message } = new TooManyEdges(400_000);
  const error = Object.assign(new Error(message), { name });
  render(<ExportProgress state={{ is: 'failed', error }} words={wordsOf(lang)} onCancel={() => {}} />, document.body);
  const told = document.querySelector('[role=alert]')?.textContent ?? '';
  for (const part of ['GEXF', 'GraphML', filter, new Intl.NumberFormat('en').format(EDGES_CAP)]) {
    expect(told).toContain(part);
  }
});
