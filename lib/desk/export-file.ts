/** A person's choice as a file: its name, its type, and its content, made while it is read. */
import { filterQuery, isEmpty } from '../filter';
import { csvFile } from '../formats/csv-file';
import { dataPackageFile } from '../formats/datapackage';
import { gexfFile } from '../formats/gexf';
import { graphmlFile } from '../formats/graphml';
import { jsonFile } from '../formats/json';
import { ndjsonFile } from '../formats/ndjson';
import { parquetFile } from '../formats/parquet';
import type { LogFile } from '../formats/records';
import { shareTable } from '../formats/shares';
import { type Lines, type LinesOf, type Parts, type TableName, tableFor } from '../formats/tables';
import { type Header, type Project, WHOLE_LOG, WHOLE_LOG_VERSION } from '../formats/whole-log';
import { xlsxFile } from '../formats/xlsx';
import { zeeschuimerFile } from '../formats/zeeschuimer-write';
import { zipFile } from '../formats/zip';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { ENGINE_VERSION } from '../verdict';
import type { Eyes } from '../views';
import { blindSource } from './blind-source';
import { asksFor, type ExportChoice, type Format, holdsPosts, tablesOf, unjudgedChoice } from './export-choice';
import { filteredSource } from './filtered-source';
import { pseudonymousSource } from './pseudonymous-source';
import { openSource, type Source } from './source';
import { textlessSource } from './textless';

export interface ExportFile {
  readonly name: string;
  /** As a browser calls it. */
  readonly type: string;
  readonly content: AsyncGenerator<string | Uint8Array>;
}

/** What the engine does not know of itself. */
export interface Occasion {
  readonly atMs: number;
  readonly project: Project;
  /** Of the project's pseudonyms; needed where they are asked for. */
  readonly key?: Uint8Array;
  /** For whose eyes; for seeing ones, where nothing is said. */
  readonly eyes?: Eyes;
}

const ends: { readonly [F in Format]: readonly [ending: string, type: string] } = {
  csv: ['csv', 'text/csv;charset=utf-8'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  parquet: ['parquet', 'application/vnd.apache.parquet'],
  ndjson: ['ndjson', 'application/x-ndjson;charset=utf-8'],
  json: ['json', 'application/json;charset=utf-8'],
  datapackage: ['datapackage.zip', 'application/zip'],
  gexf: ['gexf', 'application/gexf+xml;charset=utf-8'],
  graphml: ['graphml', 'application/graphml+xml;charset=utf-8'],
  coortweet: ['coortweet.csv', 'text/csv;charset=utf-8'],
  '4cat': ['4cat.ndjson', 'application/x-ndjson;charset=utf-8'],
};

/** Formats that hold one table a file: several go into a zip. */
const single = { csv: csvFile, xlsx: xlsxFile, parquet: parquetFile } as const;

/** Reads what has to be known before the first line, and returns the file. @throws what the log throws */
export async function exportFile(
  log: Log,
  settings: Settings,
  asked: ExportChoice,
  occasion: Occasion,
): Promise<ExportFile> {
  const blind = occasion.eyes?.blind ?? false;
  const choice = blind ? unjudgedChoice(asked) : asked;
  const { source, project } = await sourceOf(log, settings, choice, occasion);
  const { format } = choice;
  const lines: Lines = source;
  const chosen = tablesOf(choice);
  const [ending, type] = ends[format];
  const marks = [
    ...(blind ? ['blind'] : []),
    ...(choice.pseudonymised ? ['pseudonymised'] : []),
    ...(isEmpty(choice.filter) ? [] : ['part']),
  ];
  const named = (name: string, end = ending) =>
    ['flockmark', name, ...marks].filter(Boolean).join('-').concat('.', end);
  const file: LogFile = { header: headerOf(settings, choice, occasion), project, lines, tables: chosen };

  if (format === 'csv' || format === 'xlsx' || format === 'parquet') {
    const write = <Name extends TableName>(name: Name) => {
      const read: () => Parts<LinesOf[Name]> = lines[name];
      return single[format](tableFor(name, blind), read());
    };
    const [first, ...more] = chosen;
    if (first !== undefined && more.length === 0) return { name: named(first), type, content: write(first) };
    const entries = chosen.map((name) => ({ name: `${name}.${ending}`, content: write(name) }));
    return { name: named('', `${ending}.zip`), type: 'application/zip', content: zipFile(entries, occasion.atMs) };
  }
  const content = {
    ndjson: () => ndjsonFile(file),
    json: () => jsonFile(file),
    datapackage: () => dataPackageFile(file),
    gexf: () => gexfFile(source),
    graphml: () => graphmlFile(source),
    coortweet: () => csvFile(shareTable, source.shares(choice.object)),
    '4cat': () => zeeschuimerFile(source.captured()),
  }[format]();
  const only = chosen.length === 1 && asksFor[format] === 'tables' ? chosen[0]! : '';
  return { name: named(format === 'coortweet' ? choice.object : only), type, content };
}

async function sourceOf(log: Log, settings: Settings, choice: ExportChoice, { project, key, eyes }: Occasion) {
  const whole = openSource(log, settings);
  let source: Source = await filteredSource(whole, log, choice.filter, holdsPosts(choice));
  if (eyes?.blind) source = await blindSource(source, log, eyes.coder);
  if (!choice.texts) source = textlessSource(source);
  if (!choice.pseudonymised) return { source, project };
  if (!key) throw new Error('pseudonyms need the key of the project');
  const { id: _id, ...described } = project;
  const disguised = await pseudonymousSource(source, whole, key, settings.oneClient.common);
  return { source: disguised.source, project: disguised.words(described) as Project };
}

const headerOf = (
  settings: Settings,
  { pseudonymised, texts, filter }: ExportChoice,
  { atMs, eyes }: Occasion,
): Header => ({
  format: WHOLE_LOG,
  version: WHOLE_LOG_VERSION,
  writtenAtMs: atMs,
  engine: ENGINE_VERSION,
  settings: settings.version,
  pseudonymised,
  texts,
  ...(eyes?.blind ? { blind: true } : {}),
  // A filter may name a person.
  ...(isEmpty(filter) ? {} : { filter: pseudonymised ? 'a part of the log' : filterQuery(filter) }),
});
