/**
 * A table of any length: an ARIA grid over a real table, of which only the rows in view stand in the page. One row is the
 * active one: arrows, Page Up and Down, Home and End move it, Enter opens it.
 */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Sort } from '@/lib/desk/sorted-rows';
import { GridHead, type Head } from './grid-head';
import { type GridColumn, useGridTable } from './use-grid-table';
import { useVirtualRows } from './use-virtual-rows';

export interface DeskGridProps<Row> {
  readonly caption: string;
  readonly columns: readonly GridColumn<Row>[];
  /** Rows in all, and those at hand: from this one on. */
  readonly total: number;
  readonly from: number;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHeight: number;
  readonly shown: readonly string[];
  readonly sort: Sort;
  /** Where it begins: the row that was active when one left. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onView: (from: number, to: number) => void;
  readonly onSort: (sort: Sort) => void;
  readonly onShown: (ids: readonly string[]) => void;
  readonly onOpen: (row: Row) => void;
}

const HEAD_HEIGHT = 37;

export function DeskGrid<Row extends object>(props: DeskGridProps<Row>) {
  const { caption, columns, total, from, rows, rowKey, rowHeight, active, onActive, onView } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const table = useGridTable({ ...props });
  const virtual = useVirtualRows({
    count: total,
    rowHeight,
    headHeight: HEAD_HEIGHT,
    scroller,
    firstRow: Math.max(0, active - 3),
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  useEffect(() => {
    if (first && last) onView(first.index, last.index + 1);
  }, [first?.index, last?.index, onView]);

  const above = first ? first.start - HEAD_HEIGHT : 0;
  const below = last ? virtual.getTotalSize() - (last.end - HEAD_HEIGHT) : 0;
  const cellsOf = table.getRowModel().rows;
  const shownColumns = table.getVisibleLeafColumns();
  const byId = new Map(columns.map((column) => [column.id, column]));
  const heads = shownColumns.map((column): Head => {
    const { title = '', kind } = byId.get(column.id) ?? {};
    const toggle = column.getCanSort() ? { toggle: () => column.toggleSorting() } : {};
    return { id: column.id, title, sorted: column.getIsSorted(), ...(kind ? { kind } : {}), ...toggle };
  });
  // The text takes what is left of the width; where no column holds text, the last one does.
  const widest = heads.find(({ kind }) => kind === 'text') ?? heads.at(-1);

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    onActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const open = (index: number): void => {
    const row = rows[index - from];
    if (row) props.onOpen(row);
  };
  const page = () => Math.max(1, Math.floor(((virtual.scrollRect?.height ?? 600) - HEAD_HEIGHT) / rowHeight) - 1);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + page()),
    PageUp: () => move(active - page()),
    Home: () => move(0),
    End: () => move(total - 1),
    Enter: () => open(active),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.target === event.currentTarget && !event.altKey && !event.metaKey ? keys[event.key] : undefined;
    if (!key) return;
    event.preventDefault();
    key();
  };

  return (
    <div class="grid-scroll" ref={scroller} style={{ '--row': `${rowHeight}px`, '--head': `${HEAD_HEIGHT}px` }}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one moves about in (ARIA)
        role="grid"
        tabIndex={0}
        aria-label={caption}
        aria-rowcount={total + 1}
        aria-colcount={shownColumns.length}
        aria-activedescendant={total > 0 ? `${id}-${active}` : undefined}
        style={{ minWidth: `${table.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {shownColumns.map((column) => (
            <col key={column.id} style={column.id === widest?.id ? {} : { width: `${column.getSize()}px` }} />
          ))}
        </colgroup>
        <GridHead heads={heads} />
        <Spacer height={above} columns={heads.length} />
        <tbody>
          {items.map(({ index }) => {
            const row = cellsOf[index - from];
            return (
              <tr
                key={row ? rowKey(row.original) : `absent-${index}`}
                id={`${id}-${index}`}
                aria-rowindex={index + 2}
                aria-selected={index === active}
                class={index % 2 === 0 ? undefined : 'odd'}
                onClick={() => onActive(index)}
                onDblClick={() => open(index)}
              >
                {row
                  ? row.getVisibleCells().map((cell) => (
                      <td key={cell.column.id} class={byId.get(cell.column.id)?.kind}>
                        {byId.get(cell.column.id)?.cell(row.original)}
                      </td>
                    ))
                  : shownColumns.map((column) => <td key={column.id} />)}
              </tr>
            );
          })}
        </tbody>
        <Spacer height={below} columns={heads.length} />
      </table>
    </div>
  );
}

/** What the rows out of view would take up. */
const Spacer = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tbody aria-hidden="true">
    <tr>
      <td class="spacer" colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  </tbody>
);
