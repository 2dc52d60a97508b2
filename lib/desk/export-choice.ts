/** What a person chooses for a file: format, tables, part of the log, pseudonyms, texts. */
import type { Filter } from '../filter';
import { isEmpty, unjudged } from '../filter';
import { type ShareObject, shareObjects } from '../formats/shares';
import { judgedTables, type TableName, tableNames } from '../formats/tables';
import type { TableName as Rows } from '../log';
import { formatQuery, parseQuery } from './query';

export { type ShareObject, shareObjects, type TableName, tableNames };

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
  // Its authors' handles, and the posts.
  posts: ['accounts', 'posts'],
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
  ...(isEmpty(choice.filter) ? [] : (['labels', ...readFor.posts, ...readFor.accounts] as const)),
  ...(choice.pseudonymised ? ([...readFor.accounts, ...readFor.posts] as const) : []),
  ...readForFormat(choice),
];

/** Does the file name posts, so that their authors belong to it? */
export const holdsPosts = (choice: ExportChoice): boolean =>
  asksFor[choice.format] !== 'tables' || choice.tables.includes('posts');

/** Formats that hold one table a file: several tables become a zip. */
export const zipsTables: ReadonlySet<Format> = new Set(['csv', 'xlsx', 'parquet']);

/** Networks of flocks: not there for a coder who works blind. */
export { judgedTables };
export const judgedFormats: ReadonlySet<Format> = new Set(['gexf', 'graphml']);

/** The choice of a coder who works blind. A network of flocks becomes the first format there is. */
export const unjudgedChoice = <Choice extends ExportChoice>(choice: Choice): Choice => ({
  ...choice,
  format: judgedFormats.has(choice.format) ? defaults.format : choice.format,
  tables: choice.tables.filter((name) => !judgedTables.includes(name)),
  filter: unjudged(choice.filter),
});

const defaults = { format: 'csv', tables: ['posts'], object: 'texts', pseudonymised: false, texts: true } as const;
/** Formats that carry the whole log begin with all of it. */
const wholeFormats: ReadonlySet<Format> = new Set(['ndjson', 'json', 'datapackage']);
export const usualTables = (format: Format): readonly TableName[] =>
  wholeFormats.has(format) ? tableNames : defaults.tables;

const named = <Name extends string>(names: readonly Name[], value: string | undefined): Name | undefined =>
  names.find((name) => name === value);

/**
 * The choice that an address names; what it does not name is as usual.
 * @param query the room's part of the address
 * @param filter the rows that are meant; `whole=1` leaves them aside
 */
export function readChoice(query: string, filter: Filter): ExportChoice & { readonly whole: boolean } {
  const values = new Map(parseQuery(query));
  const format = named(formats, values.get('format')) ?? defaults.format;
  const asked = values.get('tables')?.split(',');
  const whole = values.get('whole') === '1' || isEmpty(filter);
  return {
    format,
    tables: asked ? tableNames.filter((name) => asked.includes(name)) : usualTables(format),
    object: named(shareObjects, values.get('object')) ?? defaults.object,
    filter: whole ? {} : filter,
    pseudonymised: values.get('names') === 'pseudonyms',
    texts: values.get('texts') !== '0',
    whole,
  };
}

/** The address's part for a choice: `readChoice` reads it back. */
export function choiceQuery({
  format,
  tables,
  object,
  pseudonymised,
  texts,
  whole,
}: Omit<ExportChoice, 'filter'> & { readonly whole: boolean }): string {
  const usual = usualTables(format);
  const isUsual = tables.length === usual.length && usual.every((name) => tables.includes(name));
  return formatQuery([
    ['format', format],
    ...(isUsual || asksFor[format] !== 'tables' ? [] : ([['tables', tables.join(',')]] as const)),
    ...(asksFor[format] === 'object' ? ([['object', object]] as const) : []),
    ...(whole ? ([['whole', '1']] as const) : []),
    ...(pseudonymised ? ([['names', 'pseudonyms']] as const) : []),
    ...(texts ? [] : ([['texts', '0']] as const)),
  ]);
}
