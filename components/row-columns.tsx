/** What the columns of the desk's tables have in common. Their ids are also what the worker sorts by. */
import type { AccountMark } from '@/lib/desk/cells';
import { Handle } from './row-cells';
import type { GridColumn } from './use-grid-table';
import type { Words } from './words';

/** Address of a room with its query, e.g. `account`, `id=1`. */
export type Link = (room: string, query: string) => string;
export type Columns<Row> = (words: Words, link: Link) => readonly GridColumn<Row>[];

const count = (n: number | undefined, words: Words) => (n === undefined ? '' : words.number(n));
/** A column of numbers; unknown is an empty cell. */
export const numberColumn = <Row,>(
  id: string,
  title: string,
  value: (row: Row) => number | undefined,
  words: Words,
  shown?: 'always' | 'wide',
): GridColumn<Row> => ({
  id,
  title,
  width: 104,
  kind: 'number',
  largestFirst: true,
  cell: (row) => count(value(row), words),
  ...(shown ? { shown } : {}),
});

/** The grid has the keys: a link is for the mouse, and one stop in the page is enough. */
export const accountLink = (account: AccountMark, link: Link) => (
  <a href={link('account', `id=${account.id}`)} tabIndex={-1}>
    <Handle account={account} />
  </a>
);
