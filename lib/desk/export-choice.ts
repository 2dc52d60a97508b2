/** What a person chooses for a file: format, tables, part of the log, pseudonyms, texts. */
import type { Filter } from '../filter';
import { isEmpty } from '../filter';
import type { ShareObject } from '../formats/shares';
import { type TableName, tableNames } from '../formats/tables';
import type { TableName as Rows } from '../log';

export const formats = [
  'csv',
  'xlsx',
  'parquet',
  'ndjson',
  'json',
  'datapackage',
  'gexf',
  'graphml',
  'coortweet',
  '4cat',
] as const;
export type Format = (typeof formats)[number];

/** What a format lets one choose: tables, the object that is shared, or nothing. */
export const asksFor: { readonly [F in Format]: 'tables' | 'object' | 'nothing' } = {
  csv: 'tables',
  xlsx: 'tables',
  parquet: 'tables',
  ndjson: 'tables',
  json: 'tables',
  datapackage: 'tables',
  gexf: 'nothing',
  graphml: 'nothing',
  coortweet: 'object',
  '4cat': 'nothing',
};

export interface ExportChoice {
  readonly format: Format;
  /** At least one, where the format asks for tables. */
  readonly tables: readonly TableName[];
  readonly object: ShareObject;
  readonly filter: Filter;
  readonly pseudonymised: boolean;
  readonly texts: boolean;
}

/** The chosen tables in the order in which they are written. */
export const tablesOf = ({ tables }: ExportChoice): readonly TableName[] =>
  tableNames.filter((name) => tables.includes(name));

/** What is read of the log for one reading of a table's lines. */
const readFor: { readonly [Name in TableName]: readonly Rows[] } = {
  accounts: ['labels', 'accounts'],
  posts: ['posts'],
  sightings: ['sightings'],
  labels: ['labels'],
  dismissals: ['dismissals'],
  follows: ['evidence'],
  findings: ['verdicts'],
  flocks: ['flocks'],
  edges: ['flocks'],
};

function readForFormat(choice: ExportChoice): readonly Rows[] {
  if (choice.format === 'gexf' || choice.format === 'graphml')
    return ['flocks', 'flocks', ...readFor.accounts, 'flocks'];
  if (choice.format === 'coortweet') return ['posts'];
  if (choice.format === '4cat') return ['sightings', 'posts'];
  return tablesOf(choice).flatMap((name) => readFor[name]);
}

/** The tables of the log that are read from beginning to end, one for each time. */
export const passesOf = (choice: ExportChoice): readonly Rows[] => [
  ...(isEmpty(choice.filter) ? [] : (['labels', 'posts', ...readFor.accounts] as const)),
  ...(choice.pseudonymised ? ([...readFor.accounts, 'posts'] as const) : []),
  ...readForFormat(choice),
];

/** Does the file name posts, so that their authors belong to it? */
export const holdsPosts = (choice: ExportChoice): boolean =>
  asksFor[choice.format] !== 'tables' || choice.tables.includes('posts');
