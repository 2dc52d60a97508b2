/**
 * A Frictionless Data Package (specs.frictionlessdata.io, tabular-data-package): a zip with `datapackage.json`, a CSV a table, and a
 * README. For R, Python, OpenRefine, and archives that want data with its description.
 *
 * `datapackage.json` holds a schema for each CSV, and under `flockmark`: the header (versions of engine and settings, filter,
 * pseudonymised or not), the project (codebook, settings), and the coverage: rows, times, pages, and what is unknown.
 *
 * `header.ndjson` comes first and holds the header and the project as NDJSON does: whoever reads the zip from its beginning knows
 * what it is. `datapackage.json` comes last, for it tells what was counted on the way. `datapackage-rows.ts` reads rows back.
 *
 * The CSVs are those of `csv.ts`, without byte order mark, and with lists as JSON arrays, so that nothing is lost: what is read
 * from them is the log as it was. A cell that a spreadsheet would take for a formula has an apostrophe in front (see `guarded`).
 */
import { openCoverage } from './coverage';
import { BYTE_ORDER_MARK } from './csv';
import { csvFile } from './csv-file';
import type { Field, FieldType, Table } from './field';
import { ndjsonLines } from './ndjson';
import type { LogFile } from './records';
import { type LinesOf, type Parts, tables as specs, type TableName, tableFor } from './tables';
import type { ZipEntry } from './zip';
import { zipFile } from './zip';

/** The first file in the zip. */
export const HEADER_FILE = 'header.ndjson';

const headOfLog = ({ header, project }: LogFile): string =>
  ndjsonLines('header', [header]) + ndjsonLines('project', [project]);

const types: { readonly [Type in FieldType]: object } = {
  id: { type: 'string' },
  text: { type: 'string' },
  // With milliseconds, which the default format of the first edition does not allow.
  time: { type: 'datetime', format: 'any' },
  count: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  list: { type: 'array' },
  json: { type: 'array' },
};

const schemaOf = <Row>({ fields, key }: Table<Row>) => ({
  fields: fields.map(({ name, about, type }: Field<Row>) => ({ name, description: about, ...types[type] })),
  missingValues: [''],
  ...(key ? { primaryKey: key } : {}),
});

const resourceOf = <Row>(table: Table<Row>) => ({
  profile: 'tabular-data-resource',
  name: table.name,
  path: `${table.name}.csv`,
  title: table.name,
  description: table.about,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: schemaOf(table),
});

const specOf = (name: TableName, { blind }: LogFile['header']): Table<LinesOf[TableName]> => tableFor(name, blind);

/** `datapackage.json`, with what was counted while the tables were written. */
export function descriptorOf({ header, project, tables }: Omit<LogFile, 'lines'>, coverage: object) {
  return {
    profile: 'tabular-data-package',
    name: 'flockmark-log',
    title: project.title ?? 'Flockmark log',
    description:
      'A log of posts seen on X, with what Flockmark found: evidence with counts, never a verdict on a person.',
    created: new Date(header.writtenAtMs).toISOString(),
    keywords: ['x', 'twitter', 'coordination', 'flockmark'],
    resources: tables.map((name) => resourceOf(specOf(name, header))),
    flockmark: {
      header,
      project,
      coverage,
      guard:
        'A cell that begins with = + - @, their full-width forms, a tab or a line end has an apostrophe in front; so has one that begins with apostrophes and such a sign.',
    },
  };
}

const readme = (tables: readonly TableName[]): string =>
  [
    '# Flockmark log',
    '',
    'datapackage.json describes every column; times are UTC; ids are text. An empty cell is unknown, never 0.',
    '',
    ...tables.map((name) => `- ${name}.csv: ${specs[name].about}`),
    '',
  ].join('\n');

async function* withoutMark(file: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const part of file) yield part.startsWith(BYTE_ORDER_MARK) ? part.slice(1) : part;
}

/** @throws {RangeError} where a table is larger than a zip can hold */
export function dataPackageFile(file: LogFile): AsyncGenerator<Uint8Array> {
  const { lines, tables, header } = file;
  const coverage = openCoverage();
  async function* counted<Name extends TableName>(name: Name) {
    const table = specs[name] as Table<LinesOf[Name]>;
    const read: () => Parts<LinesOf[Name]> = lines[name];
    for await (const part of coverage.of(table, read())) {
      if (name === 'posts') for (const { post } of part as readonly LinesOf['posts'][]) coverage.takePost(post);
      yield part;
    }
  }
  function* entries(): Generator<ZipEntry> {
    yield { name: HEADER_FILE, content: once(() => headOfLog(file)) };
    for (const name of tables)
      yield {
        name: `${name}.csv`,
        content: withoutMark(csvFile(specOf(name, header), counted(name), 'json')),
      };
    yield { name: 'README.md', content: once(() => readme(tables)) };
    yield {
      name: 'datapackage.json',
      content: once(() => JSON.stringify(descriptorOf(file, coverage.told()), null, 2)),
    };
  }
  return zipFile(entries(), header.writtenAtMs);
}

/** Made when it is asked for: by then all else was counted. */
async function* once(text: () => string): AsyncGenerator<string> {
  yield text();
}
