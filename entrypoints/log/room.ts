/** A room of the log page: what it is called and what it draws. `rooms.ts` lists them. */
import type { ExtensionMessenger } from '@webext-core/messaging';
import type { VNode } from 'preact';
import type { WordKey, Words } from '@/components/words';
import type { Followed } from '@/lib/desk/follow-log';
import type { Desk } from '@/lib/desk/work';
import type { Filter } from '@/lib/filter';
import type { Log } from '@/lib/log';
import type { Protocol } from '@/lib/messages';
import type { Eyes } from '@/lib/views';
import type { DeskJobs } from './desk-jobs';

/** What a room has to work with. Made anew for each drawing; `log`, `words`, `send` and `work` stay the same objects. */
export interface DeskContext {
  /** The page's own connection, for small reads. What reads much belongs into the worker. */
  readonly log: Log;
  readonly words: Words;
  readonly send: ExtensionMessenger<Protocol>['sendMessage'];
  /** Heavy work, in the worker: `desk-jobs.ts`. */
  readonly work: Desk<DeskJobs>;
  /** How far the worker's tables are; `undefined` until it says so for the first time. */
  readonly followed: Followed | undefined;
  /** A coder who works blind: no judgement is shown, and nobody else's label. */
  readonly eyes: Eyes;
  /** Has them brought up to the log now: after something was done that changes it. */
  readonly refresh: () => Promise<void>;
  /**
   * The room's part of the address: the query of `#/<room id>?<query>` without what the filter took. Names of the filter's
   * (`lib/filter.ts`) are not the room's to use.
   */
  readonly query: string;
  /** Puts another in its place; `replace` makes no step for “back” to go to. The filter stays. */
  setQuery(query: string, how?: 'push' | 'replace'): void;
  /** The rows that are meant now. The address keeps it from room to room. */
  selection(): Filter;
  select(filter: Filter, how?: 'push' | 'replace'): void;
  /** Address of a room, e.g. `#/account?id=12`. */
  link(room: string, query?: string, filter?: Filter): string;
}

export interface Room {
  readonly id: string;
  readonly title: WordKey;
  /** Not in the row of rooms: one comes to it by a link. */
  readonly hidden?: true;
  /** All of it says a judgement: neither it nor how much there is, is for blind eyes. */
  readonly judged?: true;
  /** Needs no tables: while it is shown the worker begins to read none, and has its time and memory for the room's own work. */
  readonly apart?: true;
  /** Rows in it, for the figure beside its name. */
  readonly total?: (followed: Followed, eyes: Eyes) => number | undefined;
  readonly render: (desk: DeskContext) => VNode;
}
