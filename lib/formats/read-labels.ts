/**
 * Labels out of a file that Flockmark wrote: `labels.csv`, or NDJSON with `kind: label` (other kinds are passed by). Only to compare
 * them: nothing is put into the log. A broken line is told by its number, the rest goes on.
 */
import * as v from 'valibot';
import { LabelKey } from '../codebook';
import { roundedIds } from '../desk/rounded-ids';
import type { Label } from '../model';
import { unguarded } from './csv';
import { csvRows } from './csv-records';
import { LabelRecord } from './whole-log';

export interface ReadLabels {
  readonly ok: true;
  readonly labels: readonly Label[];
  /** Lines that hold no label that can be read, from 1. */
  readonly brokenLines: readonly number[];
}
export interface UnreadLabels {
  readonly ok: false;
  /** `rounded-ids`: a spreadsheet has rounded them; `columns`: no account_id, or no label. */
  readonly why: 'empty' | 'columns' | 'rounded-ids' | 'pseudonymised' | 'no-labels';
}

const Id = v.pipe(v.string(), v.regex(/^\d{1,20}$/));

/** @param text of the whole file */
export async function readLabels(text: string): Promise<ReadLabels | UnreadLabels> {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return { ok: false, why: 'empty' };
  const read = plain.trimStart().startsWith('{') ? readNdjson(plain) : await readCsv(plain);
  if (!read.ok) return read;
  const ids = roundedIds();
  for (const { accountId } of read.labels) ids.add(accountId);
  if (ids.verdict()) return { ok: false, why: 'rounded-ids' };
  return read.labels.length === 0 ? { ok: false, why: 'no-labels' } : read;
}

const Kind = v.object({ kind: v.string(), pseudonymised: v.optional(v.boolean()) });

/** What is absent is absent, not undefined. */
function checked({ postId, retractedAtMs, ...label }: v.InferOutput<typeof LabelRecord>): Label {
  return {
    ...label,
    ...(postId === undefined ? {} : { postId }),
    ...(retractedAtMs === undefined ? {} : { retractedAtMs }),
  };
}

function readNdjson(text: string): ReadLabels | UnreadLabels {
  const labels: Label[] = [];
  const brokenLines: number[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const json: unknown = JSON.parse(line);
      const { kind, pseudonymised } = v.parse(Kind, json);
      // Its accounts have other names: none of them is one of the log's.
      if (kind === 'header' && pseudonymised) return { ok: false, why: 'pseudonymised' };
      if (kind === 'label') labels.push(checked(v.parse(LabelRecord, json)));
    } catch {
      brokenLines.push(i + 1);
    }
  }
  return { ok: true, labels, brokenLines };
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

async function readCsv(text: string): Promise<ReadLabels | UnreadLabels> {
  const labels: Label[] = [];
  const brokenLines: number[] = [];
  let head: readonly string[] | undefined;
  for await (const rows of csvRows(whole(text))) {
    for (const { line, cells } of rows) {
      if (head === undefined) {
        head = (cells ?? []).map((name) => name.trim());
        if (!head.includes('account_id') || !head.includes('label')) return { ok: false, why: 'columns' };
        continue;
      }
      const names = head;
      const label = cells && labelOf((name) => cells[names.indexOf(name)] ?? '', line);
      if (label) labels.push(label);
      else brokenLines.push(line);
    }
  }
  return { ok: true, labels, brokenLines };
}

function labelOf(cell: (name: string) => string, line: number): Label | undefined {
  const [accountId, value, postId] = [cell('account_id'), cell('label'), cell('post_id')];
  const [at, retracted] = [momentOf(cell('at')), momentOf(cell('retracted_at'))];
  if (!v.is(Id, accountId) || !v.is(LabelKey, value) || at === 'broken' || retracted === 'broken') return undefined;
  return {
    id: cell('id') || `line ${line}`,
    accountId,
    value,
    note: unguarded(cell('note')),
    coder: unguarded(cell('coder')),
    // A time only decides which of several labels holds: without one, the order of the file does.
    atMs: at ?? line,
    ...(v.is(Id, postId) ? { postId } : {}),
    ...(retracted === undefined ? {} : { retractedAtMs: retracted }),
  };
}

function momentOf(cell: string): number | undefined | 'broken' {
  if (cell.trim() === '') return undefined;
  const atMs = Date.parse(cell);
  return Number.isNaN(atMs) ? 'broken' : atMs;
}
