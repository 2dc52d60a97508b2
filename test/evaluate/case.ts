/** What the evaluation plays: one case is one or more hashtag pages that a person scrolls through, read into one log. */
import type { Random } from '../scenarios/random';
import type { Scenario, TruthAccount } from '../scenarios/truth';

/** `full`: pages as large as they are said to be. `quick`: fewer accounts, the same behaviour. */
export type Size = 'full' | 'quick';

export interface Case {
  /** In the order in which the person opens them. */
  readonly pages: readonly Scenario[];
  /** Accounts of the genuine family that this case is about; empty for a campaign family. */
  readonly members: ReadonlySet<string>;
}

interface Named {
  /** The file's name. */
  readonly id: string;
  /** One line for the report: what it does, and what makes it hard. */
  readonly title: string;
}

/** A way in which a campaign may be run. Every draw has at least one campaign among genuine people. */
export interface CampaignFamily extends Named {
  /**
   * Its accounts post without any machine rhythm: beside the texts only dates and client are left, and a badge needs two
   * families of fingerprints.
   */
  readonly noRhythm?: true;
  draw(random: Random, size: Size): Case;
}

/** People who look like a campaign and are none (METHOD, section 3). */
export interface CrowdFamily extends Named {
  /** Members on one page of full size; pages are drawn until there are 500 (full) or 120 (quick) of them. */
  readonly aPage: number;
  /** The members are spam of their own: what is judged is only whether they are merged with another campaign. */
  readonly spam?: true;
  draw(random: Random, size: Size): Case;
}

/** How many of a thing at a size. */
export const scaled = (size: Size, full: number): number =>
  size === 'full' ? full : Math.max(12, Math.round(full * 0.4));

/** Everybody of a case, once, with the campaign each belongs to. */
export function accountsOf({ pages }: Case): ReadonlyMap<string, TruthAccount> {
  return new Map(pages.flatMap((page) => page.accounts.map((account) => [account.id, account] as const)));
}
