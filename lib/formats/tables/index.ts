/** All tables of the log that a file can hold, by name, in the order in which they are written. */
import type { Dismissal } from '../../log';
import type { Sighting } from '../../model';
import { type Table, unjudgedTable } from '../field';
import type { AccountLine, LabelLine, PostLine } from '../lines';
import type { Follows } from '../whole-log';
import { accountTable } from './accounts';
import { type EdgeLine, edgeTable, type FindingLine, type FlockLine, findingTable, flockTable } from './found';
import { postTable } from './posts';
import { dismissalTable, followsTable, labelTable, sightingTable } from './told';

export { type EdgeLine, edgeRecord, type FindingLine, type FlockLine, findingRecord, type TieLine } from './found';

/** The lines of each table. */
export interface LinesOf {
  readonly accounts: AccountLine;
  readonly posts: PostLine;
  readonly sightings: Sighting;
  readonly labels: LabelLine;
  readonly dismissals: Dismissal;
  readonly follows: Follows;
  readonly findings: FindingLine;
  readonly flocks: FlockLine;
  readonly edges: EdgeLine;
}
export type TableName = keyof LinesOf;

export const tables: { readonly [Name in TableName]: Table<LinesOf[Name]> } = {
  accounts: accountTable,
  posts: postTable,
  sightings: sightingTable,
  labels: labelTable,
  dismissals: dismissalTable,
  follows: followsTable,
  findings: findingTable,
  flocks: flockTable,
  edges: edgeTable,
};
export const tableNames = Object.keys(tables) as readonly TableName[];

/** What tells of judgements only, and so is not there for a coder who works blind. */
export const judgedTables: readonly TableName[] = tableNames.filter((name) => tables[name].judged);

/** The table as it is written; of the others, blind eyes are shown no field that was judged. */
export const tableFor = <Name extends TableName>(name: Name, blind = false): Table<LinesOf[Name]> => {
  const table = tables[name] as Table<LinesOf[Name]>;
  return blind ? unjudgedTable(table) : table;
};

/** Some lines at a time, so that a large log never stands in memory as a whole. */
export type Parts<Line> = AsyncIterable<readonly Line[]>;
/** The log as the writers read it: each table can be read any number of times, from the start. */
export type Lines = { readonly [Name in TableName]: () => Parts<LinesOf[Name]> };
