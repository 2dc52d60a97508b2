/**
 * The fields of a table, told once: every writer makes its own columns of them, and a data package its schema.
 *
 * | type | is | CSV | Parquet | XLSX |
 * |---|---|---|---|---|
 * | id, text | string | text; ids always quoted | STRING | text |
 * | time | milliseconds since 1970, UTC | ISO 8601 | TIMESTAMP | date |
 * | count | whole number | number | INT64 | number |
 * | number | number | number | DOUBLE | number |
 * | flag | yes or no | true, false | BOOLEAN | true, false |
 * | list | strings | joined, or a JSON array | LIST of STRING | joined |
 * | json | list of what JSON can hold | JSON | JSON | JSON as text |
 *
 * `undefined` is unknown everywhere: an empty cell, null.
 */
import { type Cell, type Column, isoTime } from './csv';

interface Named {
  readonly name: string;
  /** What it holds, in one sentence: the schema's description. */
  readonly about: string;
  /** Says what was judged, or follows from it: no part of a file for a coder who works blind. */
  readonly judged?: true;
}
interface Values {
  readonly id: string;
  readonly text: string;
  readonly time: number;
  readonly count: number;
  readonly number: number;
  readonly flag: boolean;
  readonly list: readonly string[];
  readonly json: readonly unknown[];
}
export type FieldType = keyof Values;

/** One field of a table, with its value for a row. */
export type Field<Row> = {
  readonly [Type in FieldType]: Named & {
    readonly type: Type;
    readonly value: (row: Row) => Values[Type] | undefined;
    /** Between the parts of a list where a cell holds it as text; a space where none is named. */
    readonly join?: string;
  };
}[FieldType];

/** A table as a file shows it. */
export interface Table<Row> {
  /** Names the file, the sheet, the resource. */
  readonly name: string;
  readonly about: string;
  readonly fields: readonly Field<Row>[];
  /** All of it says what was judged. */
  readonly judged?: true;
  /** Fields that name one row, where there are some. */
  readonly key?: readonly string[];
}

/** The table for a coder who works blind. */
export const unjudgedTable = <Row>(table: Table<Row>): Table<Row> => ({
  ...table,
  fields: table.fields.filter(({ judged }) => !judged),
});

export type ListStyle = 'joined' | 'json';

/** The value as a cell of text, number or flag. Lists as JSON keep a part that holds the joining sign. */
export function cellOf<Row>(field: Field<Row>, row: Row, lists: ListStyle = 'joined'): Cell {
  switch (field.type) {
    case 'time':
      return isoTime(field.value(row));
    case 'list': {
      const value = field.value(row);
      return value === undefined || lists === 'joined' ? value?.join(field.join ?? ' ') : JSON.stringify(value);
    }
    case 'json': {
      const value = field.value(row);
      return value === undefined ? undefined : JSON.stringify(value);
    }
    default:
      return field.value(row);
  }
}

/** The fields as columns of a CSV. */
export const csvColumns = <Row>(fields: readonly Field<Row>[], lists: ListStyle = 'joined'): readonly Column<Row>[] =>
  fields.map((field) => ({
    name: field.name,
    value: (row) => cellOf(field, row, lists),
    ...(field.type === 'id' ? { isText: true } : {}),
  }));

/** Names of those fields of a row of the log in which the site said that there is none: ''. */
export const saidEmpty = (row: object): readonly string[] =>
  Object.entries(row).flatMap(([name, value]) => (value === '' ? [name] : []));
