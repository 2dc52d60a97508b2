// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { codebookActs } from '@/entrypoints/options/codebook-acts';
import { countGiven } from '@/entrypoints/options/count-given';
import { defaultDesk } from '@/lib/desk-settings';
import { readDesk } from '@/lib/store/kept-desk';
import { memoryLog } from '@/lib/store/memory-log';
import { wordsOf } from '../components/words-of';

beforeEach(() => fakeBrowser.reset());

function start(given: ReadonlyMap<string, number> = new Map()) {
  const said: string[] = [];
  const acts = codebookActs({ words: wordsOf('en'), given: async () => given, say: (status) => said.push(status) });
  const keys = async () => (await readDesk()).codebook.labels.map(({ key }) => key);
  const ended = (n: number) => vi.waitFor(() => expect(said).toHaveLength(n));
  return { acts, said, keys, ended };
}

test('quick changes one after another are all kept, and nothing else of the desk is touched', async () => {
  await fakeBrowser.storage.local.set({ desk: { ...defaultDesk, coder: 'Amal' } });
  const { acts, keys, ended } = start();
  acts.add('Seller');
  acts.add('Fan');
  acts.move('fan', -1);
  acts.change('fan', { counts: 'genuine', shortcut: 'Digit5' });
  acts.retire('spam', true);
  await ended(5);
  expect(await keys()).toEqual(['spam', 'not-spam', 'unsure', 'fan', 'seller']);
  const { coder, codebook } = await readDesk();
  expect(coder).toBe('Amal');
  expect(codebook.labels[0]).toMatchObject({ retired: true });
  expect(codebook.labels[3]).toMatchObject({ title: 'Fan', counts: 'genuine', shortcut: 'Digit5' });
});

describe('what is refused, with the reason', () => {
  test('deleting a label that was given, or the last', async () => {
    const { acts, said, keys, ended } = start(new Map([['spam', 2]]));
    acts.remove('spam');
    acts.remove('unsure');
    acts.retire('spam', true);
    acts.retire('not-spam', true);
    acts.remove('not-spam');
    await ended(5);
    expect(said[0]).toContain('“Spam” was given and cannot be deleted');
    expect(said.slice(1)).toEqual(['', '', 'One label must be left.', 'One label must be left.']);
    expect(await keys()).toEqual(['spam', 'not-spam']);
  });

  test.each([
    ['{', 'not JSON'],
    ['{"labels":[{"key":"a"}]}', 'What is wrong is at: \u2068labels 1 colour\u2069'],
    ['[]', 'no codebook'],
    ['{"labels":[{"key":"a","counts":"spam","colour":"#ffffff"}]}', 'The colour of “a”'],
  ])('a file with %j, and the codebook stays', async (text, reason) => {
    const { acts, said, keys, ended } = start();
    acts.open(new File([text], 'codebook.json'));
    await ended(1);
    expect(said[0]).toContain(reason);
    expect(await keys()).toEqual(['spam', 'not-spam', 'unsure']);
  });

  test('a file that is far too large is not even read', async () => {
    const { acts, said } = start();
    const file = new File([new Uint8Array(1_000_001)], 'codebook.json');
    const text = vi.spyOn(file, 'text');
    acts.open(file);
    expect(said[0]).toContain('too large');
    expect(text).not.toHaveBeenCalled();
  });

  test('a store that fails is told', async () => {
    const { acts, said, ended } = start();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
    acts.add('Seller');
    await ended(1);
    expect(said[0]).toContain('quota');
  });
});

test('a codebook from a file takes the place of the one there was', async () => {
  const { acts, said, keys, ended } = start(new Map([['unsure', 1]]));
  acts.open(new File(['{"labels":[{"key":"seller","counts":"neither","colour":"#2673c9"}]}'], 'codebook.json'));
  await ended(2);
  expect(said.at(-1)).toBe('The codebook was opened: 2 labels.');
  expect(await keys()).toEqual(['seller', 'unsure']);
  expect((await readDesk()).codebook.labels[1]).toMatchObject({ retired: true });
});

test('given labels are counted over all parts of the table, those taken back among them', async () => {
  const log = memoryLog();
  const label = (i: number) => ({
    accountId: '1',
    value: i % 3 === 0 ? 'spam' : 'unsure',
    note: '',
    coder: '',
    atMs: i,
  });
  await log.shelves.labels.put(
    Array.from({ length: 2500 }, (_, i) => ({ id: `l${i}`, ...label(i), ...(i % 2 ? { retractedAtMs: 1 } : {}) })),
  );
  expect([...(await countGiven(log))].toSorted()).toEqual([
    ['spam', 834],
    ['unsure', 1666],
  ]);
});
