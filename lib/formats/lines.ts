/**
 * The rows of the log as a researcher takes them away: one line an account, a post, a label. What a table shows and a file holds;
 * `tables/` says which fields a file has.
 */
import type { AccountRow, PostRow } from '../log';
import type { Label, Verdict } from '../model';

export interface AccountLine {
  readonly account: AccountRow;
  readonly verdict?: Verdict;
  /** Newest that was not taken back. */
  readonly label?: Label;
  readonly dismissed: boolean;
  readonly postsSeen: number;
  /** Id of the flock's row, where it stands in one. */
  readonly flock?: string;
}
export interface PostLine {
  readonly post: PostRow;
  readonly authorHandle?: string;
}
export interface LabelLine {
  readonly label: Label;
  readonly handle?: string;
}

/** Ids of the fingerprints that match. */
export const matching = ({ verdict }: Pick<AccountLine, 'verdict'>): readonly string[] =>
  (verdict?.findings ?? []).filter(({ outcome }) => outcome === 'match').map(({ fingerprint }) => fingerprint);
