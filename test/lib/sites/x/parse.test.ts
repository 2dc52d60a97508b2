import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../../lib/sites/x/parse';

/**
 * Each folder is one case: `response.json` as X would send it (made up), `expected.json` what is read of it, `note.md` why.
 * A new case needs no code: write response and note, run once with UPDATE_FIXTURES=1, and read what was written.
 */
const root = path.join(import.meta.dirname, '../../../fixtures/x');
const cases = readdirSync(root);
const read = (name: string, file: string): string => readFileSync(path.join(root, name, file), 'utf8');

test('there are cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
});

describe.each(cases)('%s', (name) => {
  test('is read as expected', () => {
    const result = parse({ body: read(name, 'response.json') });
    if (process.env.UPDATE_FIXTURES) {
      writeFileSync(path.join(root, name, 'expected.json'), `${JSON.stringify(result, null, 2)}\n`);
    }
    expect(result).toStrictEqual(JSON.parse(read(name, 'expected.json')));
  });

  test('says why it is there', () => {
    expect(read(name, 'note.md').trim()).toMatch(/\w.{20,}\.$/s);
  });
});
