/** The contract of a site: everything particular to one network stays behind it. */
import type { Account, AccountId, Capture, Page, Post } from '../model';

/** What one body held. `unread` counts nodes that looked like posts or accounts and could not be read. */
export interface Parsed {
  readonly accounts: readonly Account[];
  readonly posts: readonly Post[];
  readonly promoted: number;
  readonly protectedAccounts: number;
  readonly unread: number;
  /** Whom one account follows, as far as this part of an opened list says. */
  readonly follows?: { readonly accountId: AccountId; readonly accountIds: readonly AccountId[] };
}

export type ParseResult =
  | { readonly ok: true; readonly parsed: Parsed }
  | { readonly ok: false; readonly reason: 'not-json' | 'too-large' | 'error-body' | 'not-a-timeline' };

export interface Site {
  readonly id: string;
  /** Manifest match patterns. */
  readonly matches: readonly string[];
  /** Is a response of this address copied at all? Direct messages never are. */
  readonly wants: (url: string) => boolean;
  readonly parse: (capture: Capture) => ParseResult;
  readonly pageOf: (pageUrl: string) => Page;
}
