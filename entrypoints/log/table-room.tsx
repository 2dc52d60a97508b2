/** A table of the desk: filter, order, columns and place all stand in the address, so that “back” finds them again. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { DeskGrid } from '@/components/desk-grid';
import { FilterBar } from '@/components/filter-bar';
import { ColumnChoice } from '@/components/grid-head';
import type { Columns } from '@/components/row-columns';
import type { WordKey } from '@/components/words';
import type { CellsOf } from '@/lib/desk/ask-rows';
import type { Choices } from '@/lib/desk/choices';
import type { Followed } from '@/lib/desk/follow-log';
import { formatQuery, parseQuery } from '@/lib/desk/query';
import type { Sort } from '@/lib/desk/sorted-rows';
import { isEmpty as isAll } from '@/lib/filter';
import type { Eyes } from '@/lib/views';
import type { DeskContext, Room } from './room';
import { SaveButtons } from './save-buttons';
import { useRows } from './use-rows';
import '@/components/desk-grid.css';

interface TableOf<Table extends keyof CellsOf> {
  readonly table: Table;
  readonly title: WordKey;
  readonly columns: Columns<CellsOf[Table]>;
  /** How it comes. */
  readonly sort: Sort;
  /** How it comes where the column of that order is not shown. */
  readonly blindSort?: Sort;
  readonly rowHeight: number;
  readonly rowsIn: (followed: Followed) => number;
  /** Other coders' rows are among them: not even how many there are is for blind eyes. */
  readonly ofOthers?: true;
  readonly open: (row: CellsOf[Table], desk: DeskContext) => string;
}

/** The room's own part of the address: `sort=-time&cols=time,text&row=120`. */
function readOwn(
  query: string,
  all: readonly string[],
  usual: { readonly sort: Sort; readonly shown: readonly string[] },
) {
  const values = new Map(parseQuery(query));
  const sort = values.get('sort') ?? '';
  const by = sort.replace(/^-/, '');
  const shown = all.filter((id) => values.get('cols')?.split(',').includes(id));
  const row = Number(values.get('row') ?? 0);
  return {
    sort: all.includes(by) ? { by, down: sort.startsWith('-') } : usual.sort,
    shown: shown.length > 0 ? shown : usual.shown,
    row: Number.isSafeInteger(row) && row > 0 ? row : 0,
  };
}

const rowsFor = <Table extends keyof CellsOf>({ blind }: Eyes, of: TableOf<Table>, followed: Followed) =>
  blind && of.ofOthers ? undefined : of.rowsIn(followed);

const isNarrow = () => window.matchMedia('(max-width: 640px)').matches;

function TableRoom<Table extends keyof CellsOf>({
  of,
  desk,
}: {
  readonly of: TableOf<Table>;
  readonly desk: DeskContext;
}) {
  const { words, followed, work, eyes } = desk;
  const columns = useMemo(
    () => of.columns(words, (room, query) => desk.link(room, query)).filter(({ judged }) => !(eyes.blind && judged)),
    [of, words, desk.link, eyes.blind],
  );
  const all = columns.map(({ id }) => id);
  const usual = useMemo(
    () => columns.filter(({ shown }) => shown === 'always' || (shown === 'wide' && !isNarrow())).map(({ id }) => id),
    [columns],
  );
  // Who is blind to levels must not read them off the order.
  const usualSort = all.includes(of.sort.by) ? of.sort : (of.blindSort ?? of.sort);
  const own = readOwn(desk.query, all, { sort: usualSort, shown: usual });
  const setOwn = (change: Partial<typeof own>, how?: 'push' | 'replace') => {
    const { sort, shown, row } = { ...own, ...change };
    const isUsual = sort.by === usualSort.by && sort.down === usualSort.down;
    desk.setQuery(
      formatQuery([
        ...(isUsual ? [] : [['sort', `${sort.down ? '-' : ''}${sort.by}`] as const]),
        ...(shown.join() === usual.join() ? [] : [['cols', shown.join()] as const]),
        ...(row === 0 ? [] : [['row', String(row)] as const]),
      ]),
      how,
    );
  };
  const filter = desk.selection();
  const [active, setActive] = useState(own.row);
  const { told, error, onView } = useRows(
    work,
    { table: of.table, filter, sort: own.sort, ...(eyes.blind ? { coder: eyes.coder } : {}) },
    followed?.version ?? 0,
    active,
  );
  const [failed, setFailed] = useState<string | undefined>();
  const [choices, setChoices] = useState<Choices | undefined>();
  const complete = followed?.complete ?? false;
  // Once the log is read: to have them grow with each part would move the lists under the reader's hand.
  useEffect(() => {
    if (complete) void work.start('choices', undefined).done.then(setChoices);
  }, [complete, work]);

  const total = told?.total ?? 0;
  const isEmpty = complete && told !== undefined && total === 0;
  const rows = followed && rowsFor(eyes, of, followed);
  const nothing = rows === undefined ? isEmpty && isAll(filter) : rows === 0;
  return (
    <>
      <div class="tools">
        <FilterBar
          filter={filter}
          choices={choices}
          blind={eyes.blind}
          words={words}
          onFilter={(next, how) => {
            setActive(0);
            desk.select(next, how);
          }}
        />
        <SaveButtons desk={desk} table={of.table} onError={setFailed} />
        <ColumnChoice columns={columns} shown={own.shown} words={words} onShown={(shown) => setOwn({ shown })} />
      </div>
      <p class="state" role="status">
        {told && words.count('log_fit', total)}
        {followed && !followed.complete && followed.ofPosts > 0 && (
          <>
            {' '}
            <progress max={followed.ofPosts + followed.ofAccounts || 1} value={followed.posts + followed.accounts} />{' '}
            {words.say('log_reading', words.number(followed.posts), words.number(followed.ofPosts))}
          </>
        )}
      </p>
      {(error ?? failed) !== undefined && <p role="alert">{words.say('log_failed', error ?? failed ?? '')}</p>}
      {isEmpty && <p class="quiet">{words.say(nothing ? 'log_empty' : 'log_noHit')}</p>}
      {told && total > 0 && (
        <DeskGrid
          key={of.table}
          caption={words.say(of.title)}
          columns={columns}
          total={total}
          from={told.from}
          rows={told.cells as readonly CellsOf[Table][]}
          rowKey={({ id }) => id}
          rowHeight={of.rowHeight}
          shown={own.shown}
          sort={own.sort}
          active={Math.min(active, total - 1)}
          onActive={setActive}
          onView={onView}
          onSort={(sort) => {
            setActive(0);
            setOwn({ sort, row: 0 });
          }}
          onShown={(shown) => setOwn({ shown })}
          onOpen={(row) => {
            setOwn({ row: active }, 'replace');
            location.hash = of.open(row, desk);
          }}
        />
      )}
      <p class="quiet keys">{words.say('log_keys')}</p>
    </>
  );
}

export const tableRoom = <Table extends keyof CellsOf>(of: TableOf<Table>): Room => ({
  id: of.table,
  title: of.title,
  total: (followed, eyes) => rowsFor(eyes, of, followed),
  render: (desk): VNode => <TableRoom key={of.table} of={of} desk={desk} />,
});
