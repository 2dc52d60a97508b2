/** Flockmark's own file, read back: each record checked against `whole-log.ts`. */
import * as v from 'valibot';
import type { AccountRow } from '../log';
import type { Label, Post, Sighting } from '../model';
import { type Entry, FileTrouble, type Imported } from './imported';
import { type Header, listOf, type RecordKind, records, WHOLE_LOG, WHOLE_LOG_VERSION } from './whole-log';
import { isJson } from './x-nodes';

const kindByList = new Map(Object.entries(listOf).map(([kind, list]) => [list as string, kind as RecordKind]));

/** A record's kind: what it says itself, or the list in which it stands. */
const kindOf = (value: { readonly kind?: unknown }, list: string | undefined): string =>
  typeof value.kind === 'string' ? value.kind : (kindByList.get(list ?? '') ?? list ?? '');

export const isOfWholeLog = (value: unknown, list?: string): boolean =>
  isJson(value) && value.format === WHOLE_LOG && kindOf(value, list) === 'header';

/** @throws {FileTrouble} for a file that is not meant to be read back, or is of a later Flockmark */
function checkHeader(header: Header): void {
  if (header.pseudonymised) throw new FileTrouble('pseudonymised');
  if (header.version > WHOLE_LOG_VERSION) throw new FileTrouble('newer-version', String(header.version));
}

// Checked field by field just before; what is absent is absent, not undefined.
function itemOf(kind: RecordKind, output: unknown): Imported {
  switch (kind) {
    case 'header':
      checkHeader(output as Header);
      return { kind, header: output as Header };
    case 'post': {
      const { pages, ...post } = output as Post & { readonly pages: readonly string[] };
      return { kind: 'seen', accounts: [], posts: [post], pages, atMs: post.createdAtMs };
    }
    case 'account':
      return { kind, account: output as AccountRow };
    case 'sighting':
      return { kind, sighting: output as Sighting };
    case 'label':
      return { kind, label: output as Label };
    case 'dismissal':
      return { kind, dismissal: output as Extract<Imported, { kind: 'dismissal' }>['dismissal'] };
    case 'follows':
      return { kind, follows: output as Extract<Imported, { kind: 'follows' }>['follows'] };
    case 'project':
      return { kind, project: output as Extract<Imported, { kind: 'project' }>['project'] };
  }
}

const isKind = (kind: string): kind is RecordKind => Object.hasOwn(records, kind);

export function readOfWholeLog(value: unknown, line: number, list?: string): Entry {
  if (!isJson(value)) return { line, ok: false, reason: 'bad-record' };
  const kind = kindOf(value, list);
  // What the engine made of the log is made anew.
  if (!isKind(kind)) return { line, ok: 'passed-by' };
  const { success, output } = v.safeParse(records[kind], value);
  return success ? { line, ok: true, item: itemOf(kind, output) } : { line, ok: false, reason: 'bad-record' };
}
