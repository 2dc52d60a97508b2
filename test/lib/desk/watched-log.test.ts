import { expect, test } from 'vitest';
import { passesOf } from '@/lib/desk/export-choice';
import { exportFile } from '@/lib/desk/export-file';
import { rowsOf, watchedLog } from '@/lib/desk/watched-log';
import { Cancelled } from '@/lib/desk/work';
import { projectOf, UnreadableProject } from '@/lib/project';
import { openKeyed } from '@/lib/pseudonyms/keyed';
import { defaultSettings } from '@/lib/settings';
import { memoryLog } from '@/lib/store/memory-log';
import { everything, OCCASION, sampleLog } from './sample-log';

const drained = async (content: AsyncIterable<unknown>) => {
  for await (const _part of content);
};

test.each(['csv', 'ndjson', 'datapackage', 'gexf', 'graphml', 'coortweet', '4cat'] as const)(
  '%s: as many rows are read as were foretold',
  async (format) => {
    const log = await sampleLog();
    for (const choice of [
      { ...everything, format },
      { ...everything, format, pseudonymised: true },
      { ...everything, format, filter: { text: 'a' } },
    ]) {
      let read = 0;
      const watched = watchedLog(log, (rows) => {
        read += rows;
      });
      const key = new Uint8Array(32);
      await drained((await exportFile(watched, defaultSettings, choice, { ...OCCASION, key })).content);
      expect(read).toBe(await rowsOf(log, passesOf(choice)));
    }
  },
);

test('whoever wants it no more stops the reading at the next part', async () => {
  const log = await sampleLog();
  let parts = 0;
  const watched = watchedLog(log, () => {
    if (++parts === 3) throw new Cancelled('export');
  });
  const { content } = await exportFile(
    watched,
    defaultSettings,
    { ...everything, format: 'xlsx', tables: ['posts', 'accounts'] },
    OCCASION,
  );
  await expect(drained(content)).rejects.toThrow(Cancelled);
  expect(parts).toBe(3);
});

test('the key of a project is made once, kept, and never written over', async () => {
  const log = memoryLog();
  const made = (digit: string) => () => ({ id: `p${digit}`, pseudonymKey: digit.repeat(64) });
  expect(await projectOf(log, made('a'))).toEqual({ id: 'pa', pseudonymKey: 'a'.repeat(64) });
  expect(await projectOf(log, made('b'))).toEqual({ id: 'pa', pseudonymKey: 'a'.repeat(64) });
  await log.shelves.meta.put([{ key: 'project', value: { id: 'x', pseudonymKey: 'short' } }]);
  await expect(projectOf(log, made('c'))).rejects.toThrow(UnreadableProject);
  expect(await log.shelves.meta.get(['project'])).toEqual([
    { key: 'project', value: { id: 'x', pseudonymKey: 'short' } },
  ]);
});

test('pseudonyms: the same for the same key, others for another; handles by what they are, not how they are written', () => {
  const [one, same, other] = [
    openKeyed(new Uint8Array(32)),
    openKeyed(new Uint8Array(32)),
    openKeyed(new Uint8Array(32).fill(1)),
  ];
  expect(one.account('12')).toBe(same.account('12'));
  expect(one.account('12')).not.toBe(other.account('12'));
  // An account and a post of one number are two things.
  expect(one.account('12').slice(1)).not.toBe(one.post('12').slice(1));
  expect(one.handle('Some_One')).toBe(one.handle('ｓｏｍｅ＿\u200fone'));
  expect(one.handle('some_one')).toMatch(/^u_[0-9a-f]{16}$/);
  expect(() => openKeyed(new Uint8Array(31))).toThrow(RangeError);
});
