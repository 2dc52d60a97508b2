// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { DeskGrid, type DeskGridProps } from '@/components/desk-grid';
import { ColumnChoice } from '@/components/grid-head';
import type { GridColumn } from '@/components/use-grid-table';
import { wordsOf } from './words-of';

interface Row {
  readonly id: string;
  readonly n: number;
}
const columns: readonly GridColumn<Row>[] = [
  { id: 'id', title: 'Id', width: 80, cell: ({ id }) => id },
  { id: 'n', title: 'Number', width: 90, kind: 'number', largestFirst: true, cell: ({ n }) => n },
  { id: 'text', title: 'Text', width: 100, kind: 'text', unsorted: true, cell: ({ n }) => `row ${n}` },
];
const TOTAL = 200_000;
const calls = { onActive: vi.fn(), onView: vi.fn(), onSort: vi.fn(), onShown: vi.fn(), onOpen: vi.fn() };

// happy-dom lays nothing out: the view is said to be twelve rows high.
for (const [name, size] of [
  ['clientHeight', 637],
  ['clientWidth', 800],
] as const) {
  let owner: object = document.createElement('div');
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object;
  Object.defineProperty(owner, name, { configurable: true, get: () => size });
}

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  for (const call of Object.values(calls)) call.mockReset();
});
const app = () => document.querySelector('#app') as HTMLElement;

function draw(more: Partial<DeskGridProps<Row>> = {}): HTMLElement {
  const rows = Array.from({ length: 100 }, (_, n) => ({ id: `r${n}`, n }));
  const props: DeskGridProps<Row> = {
    caption: 'Rows',
    columns,
    total: TOTAL,
    from: 0,
    rows,
    rowKey: ({ id }) => id,
    rowHeight: 50,
    shown: ['id', 'n', 'text'],
    sort: { by: 'id', down: false },
    active: 5,
    ...calls,
    ...more,
  };
  act(() => render(<DeskGrid {...props} />, app()));
  return app().querySelector('[role=grid]') as HTMLElement;
}
const press = (grid: Element, key: string, more: KeyboardEventInit = {}) =>
  act(() => void grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
const drawn = (grid: Element) => [...grid.querySelectorAll('tbody tr[id]')];

test('only what is in view stands in the page, and says where it is among all', () => {
  const grid = draw();
  expect(grid.getAttribute('aria-rowcount')).toBe(String(TOTAL + 1));
  expect(grid.getAttribute('aria-colcount')).toBe('3');
  const rows = drawn(grid);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.length).toBeLessThan(60);
  expect(rows.map((row) => Number(row.getAttribute('aria-rowindex')))).toEqual(
    rows.map((_, i) => Number(rows[0]!.getAttribute('aria-rowindex')) + i),
  );
  // Together with what would stand above and below, it is as high as all rows.
  const heights = [...grid.querySelectorAll('td.spacer')].map((cell) =>
    Number.parseFloat((cell as HTMLElement).style.height),
  );
  expect(heights.reduce((sum, one) => sum + one, 0) + rows.length * 50).toBe(TOTAL * 50);
  expect(calls.onView).toHaveBeenCalled();
});

test('the active row is pointed at', () => {
  const grid = draw({ active: 6 });
  const pointed = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  expect(pointed?.getAttribute('aria-rowindex')).toBe('8');
  expect(pointed?.getAttribute('aria-selected')).toBe('true');
  expect(grid.querySelectorAll('[aria-selected=true]')).toHaveLength(1);
});

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['Home', 5, 0],
  ['End', 5, TOTAL - 1],
  ['ArrowDown', TOTAL - 1, TOTAL - 1],
  ['PageUp', 5, 0],
])('%s at %i', (key, active, to) => {
  press(draw({ active }), key);
  expect(calls.onActive).toHaveBeenCalledWith(to);
});

test('a page is several rows', () => {
  press(draw(), 'PageDown');
  expect(calls.onActive.mock.calls[0]?.[0]).toBeGreaterThan(6);
});

test('Enter opens; keys with others, and keys inside a cell, are not the grid’s', () => {
  const grid = draw();
  press(grid, 'Enter');
  expect(calls.onOpen).toHaveBeenCalledWith({ id: 'r5', n: 5 });
  press(grid, 'ArrowDown', { altKey: true });
  press(grid.querySelector('th button')!, 'ArrowDown');
  expect(calls.onActive).not.toHaveBeenCalled();
});

test('a row that is not at hand is empty, and cannot be opened', () => {
  const grid = draw({ from: 3, rows: [{ id: 'r3', n: 3 }] });
  expect(drawn(grid).filter((row) => row.textContent !== '')).toHaveLength(1);
  press(grid, 'Enter');
  expect(calls.onOpen).not.toHaveBeenCalled();
});

test('heads sort: one way, the other way, and the largest first where that is usual', () => {
  const grid = draw();
  const head = (title: string) => [...grid.querySelectorAll('th')].find((one) => one.textContent?.startsWith(title))!;
  expect([head('Id'), head('Number'), head('Text')].map((one) => one.getAttribute('aria-sort'))).toEqual([
    'ascending',
    null,
    null,
  ]);
  act(() => head('Id').querySelector('button')!.click());
  expect(calls.onSort).toHaveBeenLastCalledWith({ by: 'id', down: true });
  act(() => head('Number').querySelector('button')!.click());
  expect(calls.onSort).toHaveBeenLastCalledWith({ by: 'n', down: true });
  expect(head('Text').querySelector('button')).toBeNull();
});

test('columns that are not chosen do not show; the last one stays', () => {
  const grid = draw({ shown: ['n'] });
  expect([...grid.querySelectorAll('th')].map((one) => one.textContent)).toEqual(['Number']);
  expect(drawn(grid)[0]?.querySelectorAll('td')).toHaveLength(1);
  const choice = (shown: readonly string[]) => {
    act(() =>
      render(<ColumnChoice columns={columns} shown={shown} words={wordsOf('en')} onShown={calls.onShown} />, app()),
    );
    return [...app().querySelectorAll('input')];
  };
  expect(choice(['n']).map((one) => one.disabled)).toEqual([false, true, false]);
  const [first, second] = choice(['id', 'n']);
  act(() => second!.click());
  expect(calls.onShown).toHaveBeenLastCalledWith(['id']);
  act(() => first!.click());
  expect(calls.onShown).toHaveBeenLastCalledWith(['n']);
});
