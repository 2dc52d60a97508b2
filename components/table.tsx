/** A plain table with pages: what a column shows is the column's own business. */
import type { ComponentChildren } from 'preact';
import type { Words } from './words';

export interface TableColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly kind?: 'number' | 'wide';
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, kind }) => (
              <th key={key} scope="col" class={kind}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, kind }) => (
                <td key={key} class={kind}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface PagerProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly words: Words;
  readonly onPage: (page: number) => void;
}

export function Pager({ page, pageSize, total, words, onPage }: PagerProps) {
  const first = page * pageSize + 1;
  const last = Math.min(total, first + pageSize - 1);
  return (
    <nav class="pager">
      <button type="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {words.say('log_previous')}
      </button>
      <span role="status">{words.say('log_range', words.number(first), words.number(last), words.number(total))}</span>
      <button type="button" disabled={last >= total} onClick={() => onPage(page + 1)}>
        {words.say('log_next')}
      </button>
    </nav>
  );
}
