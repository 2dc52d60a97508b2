/** The tables of a log as records: what NDJSON and JSON hold, each kind in the log's own shape. See `whole-log.ts`. */
import { edgeRecord, findingRecord, type Lines, type LinesOf, type Parts, type TableName } from './tables';
import { accountRecord, type Header, type Project, postRecord } from './whole-log';

/** What a file of several tables is made of. */
export interface LogFile {
  readonly header: Header;
  readonly project: Project;
  readonly lines: Lines;
  /** Those that are wanted. */
  readonly tables: readonly TableName[];
}

/** The kind of a table's records, and how a line becomes records. */
const kinds: {
  readonly [Name in TableName]: { readonly kind: string; readonly records: (line: LinesOf[Name]) => object };
} = {
  accounts: { kind: 'account', records: ({ account }) => accountRecord(account) },
  posts: { kind: 'post', records: ({ post }) => postRecord(post) },
  sightings: { kind: 'sighting', records: (line) => line },
  labels: { kind: 'label', records: ({ label }) => label },
  dismissals: { kind: 'dismissal', records: (line) => line },
  follows: { kind: 'follows', records: (line) => line },
  findings: { kind: 'finding', records: findingRecord },
  flocks: { kind: 'flock', records: (line) => line },
  edges: { kind: 'edge', records: edgeRecord },
};

export const kindOf = (name: TableName): string => kinds[name].kind;

/** The records of one table, in parts. */
export async function* recordsOf<Name extends TableName>(lines: Lines, name: Name): AsyncGenerator<readonly object[]> {
  const { records } = kinds[name];
  const read: () => Parts<LinesOf[Name]> = lines[name];
  for await (const part of read()) yield part.map(records);
}
