/**
 * What a reader yields: the records of a file in its order, each with the line it began on. A reader is pure and streams; it
 * knows no log. What a record does to the log is said in `lib/pipeline.ts`.
 */
import type { AccountRow, Dismissal } from '../log';
import type { Account, Label, Post, Sighting } from '../model';
import type { Follows, Header, Project } from './whole-log';

/** Accounts and posts as they were seen once. */
export interface Seen {
  readonly accounts: readonly Account[];
  readonly posts: readonly Post[];
  /** Keys of the pages on which the posts were seen; empty where the file does not say. */
  readonly pages: readonly string[];
  /** When; where the file does not say, the time of the newest post stands for it. */
  readonly atMs: number;
}

export type Imported =
  | ({ readonly kind: 'seen' } & Seen)
  | { readonly kind: 'account'; readonly account: AccountRow }
  | { readonly kind: 'sighting'; readonly sighting: Sighting }
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'dismissal'; readonly dismissal: Dismissal }
  | { readonly kind: 'follows'; readonly follows: Follows }
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'header'; readonly header: Header };

/** Why a record is left out. */
export const refusals = [
  'not-json',
  'not-csv',
  'too-long',
  'no-post',
  'no-author',
  'no-time',
  'impossible-time',
  'bad-id',
  'rounded-id',
  'bad-record',
] as const;
export type Refusal = (typeof refusals)[number];

/** What is told of a record that goes in. */
export const remarks = [
  'made-account',
  'made-post',
  'no-zone',
  'day-or-month',
  'time-differs',
  'protected',
  'promoted',
  'other-encoding',
] as const;
export type Remark = (typeof remarks)[number];

export type Entry = {
  /** Of the file, or of the member of a zip; from 1. */
  readonly line: number;
  readonly remarks?: readonly Remark[];
} & (
  | { readonly ok: true; readonly item: Imported }
  | { readonly ok: false; readonly reason: Refusal }
  /** Nothing to take, and nothing amiss: a limit notice, the verdicts of another engine. */
  | { readonly ok: 'passed-by' }
);

/** Why a whole file cannot be taken. */
export type FileReason =
  | 'empty'
  | 'unknown-format'
  | 'binary'
  | 'truncated'
  | 'damaged'
  | 'pseudonymised'
  | 'newer-version'
  | 'columns'
  | 'rounded-ids'
  | 'nothing-in-it';

/** Thrown by readers: the file as a whole is none of this format. Nothing of it was taken. */
export class FileTrouble extends Error {
  constructor(
    readonly reason: FileReason,
    detail = '',
  ) {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'FileTrouble';
  }
}

/** What a person may have to say of a file that does not say it itself. */
export interface ReadOptions {
  readonly encoding: Encoding | 'auto';
  /** Of times that name none: `UTC`, `+03:00` or a name such as `Asia/Riyadh`. */
  readonly zone?: string;
  /** Of dates like 7/8/2016. */
  readonly dayFirst?: boolean;
  /** Field of each column, by the column's name; a plain table only. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Page of posts of which the file says none, e.g. `hashtag:egypt`. */
  readonly pageKey?: string;
}

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Text of bytes, or `undefined` where they are none of this encoding. The platform's own decoder stands behind it. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string | undefined;
