/** @tanstack/table-core for Preact: columns, which of them show, and the order asked for. The worker does the sorting. */
import {
  columnSizingFeature,
  columnVisibilityFeature,
  constructTable,
  createColumnHelper,
  functionalUpdate,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Sort } from '@/lib/desk/sorted-rows';

export interface GridColumn<Row> {
  /** Also the name by which the worker sorts, where it can. */
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** In pixels; the column of text takes what is left. */
  readonly width: number;
  readonly kind?: 'number' | 'text';
  readonly unsorted?: true;
  /** Begins with the largest when sorted by. */
  readonly largestFirst?: true;
  /** Says, or follows from, a judgement or another coder's label: not for blind eyes. */
  readonly judged?: true;
  /** Shown from the beginning: everywhere, or where there is room. */
  readonly shown?: 'always' | 'wide';
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

interface GridTableOptions<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** The rows at hand, in order. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Ids of the columns shown. */
  readonly shown: readonly string[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onShown: (ids: readonly string[]) => void;
}

export function useGridTable<Row extends object>(options: GridTableOptions<Row>) {
  const { columns, rows, rowKey, shown, sort, onSort, onShown } = options;
  const defined = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return helper.columns(
      columns.map(({ id, title, width, unsorted, largestFirst }) =>
        helper.accessor((row) => row, {
          id,
          header: title,
          size: width,
          enableSorting: !unsorted,
          sortDescFirst: largestFirst === true,
        }),
      ),
    );
  }, [columns]);
  const visible = Object.fromEntries(columns.map(({ id }) => [id, shown.includes(id)]));
  const sorting: SortingState = [{ id: sort.by, desc: sort.down }];
  const given = {
    features,
    columns: defined,
    data: rows as Row[],
    getRowId: rowKey,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, columnVisibility: visible },
    onSortingChange: (update: SortingState | ((before: SortingState) => SortingState)) => {
      const [next] = functionalUpdate(update, sorting);
      if (next) onSort({ by: next.id, down: next.desc });
    },
    onColumnVisibilityChange: (
      update: Record<string, boolean> | ((before: Record<string, boolean>) => Record<string, boolean>),
    ) => {
      const next = functionalUpdate(update, visible);
      onShown(columns.flatMap(({ id }) => (next[id] === false ? [] : id)));
    },
  };
  const [table] = useState(() => constructTable(given));
  table.setOptions((before) => ({ ...before, ...given }));
  return table;
}
