import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type DeskSettings, defaultDesk } from '@/lib/desk-settings';
import { changeDesk, readDesk, watchDesk } from '@/lib/store/kept-desk';

beforeEach(() => fakeBrowser.reset());

test('nothing kept is the default, and what is kept is checked', async () => {
  expect(await readDesk()).toEqual(defaultDesk);
  await fakeBrowser.storage.local.set({ desk: { coder: 'Amal', blind: 'perhaps' } });
  expect(await readDesk()).toEqual({ ...defaultDesk, coder: 'Amal' });
});

test('a change is of what is kept now', async () => {
  await changeDesk((desk) => ({ ...desk, coder: 'Amal' }));
  await changeDesk((desk) => ({ ...desk, blind: true }));
  expect(await readDesk()).toEqual({ ...defaultDesk, coder: 'Amal', blind: true });
});

test('whoever watches is told at once and at every change, until it stops', async () => {
  const told: DeskSettings[] = [];
  const stop = watchDesk((desk) => told.push(desk));
  await vi.waitFor(() => expect(told).toEqual([defaultDesk]));
  await changeDesk((desk) => ({ ...desk, blind: true }));
  await vi.waitFor(() => expect(told.at(-1)?.blind).toBe(true));
  await fakeBrowser.storage.local.set({ other: 1 });
  stop();
  await changeDesk((desk) => ({ ...desk, blind: false }));
  expect(told).toHaveLength(2);
});
