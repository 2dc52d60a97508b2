/** The contract of a fingerprint: one rule that examines evidence and says what it found, with its figures. */
import type { SeenPost } from '../flocks/evidence';
import type { FlockView, Surroundings } from '../flocks/surroundings';
import type { Account, AccountId, Family, Finding, PostId } from '../model';
import type { Said } from '../sentences/said';

/** One of the account's texts that others posted too. */
export interface SharedText {
  readonly root: string;
  /** Accounts that posted it or one near-same, this one among them. */
  readonly accounts: number;
  /** Hashes of its words. */
  readonly words: readonly number[];
  readonly postIds: readonly PostId[];
}

/** All that a fingerprint may look at. What is absent is unknown. */
export interface Evidence extends Surroundings {
  readonly account: Account | undefined;
  /** Newest first. */
  readonly posts: readonly SeenPost[];
  readonly shared: readonly SharedText[];
  readonly flock: FlockView | undefined;
  /** A sample of whom it follows, where a person opened that list. */
  readonly follows: readonly AccountId[] | undefined;
}

export type Told = Omit<Finding, 'fingerprint' | 'version' | 'family' | 'sentence'> & { readonly said: Said };

export interface Fingerprint {
  readonly id: string;
  /** Goes up whenever the same evidence can give another outcome or other figures. */
  readonly version: number;
  readonly title: string;
  readonly family: Family;
  readonly examine: (evidence: Evidence) => Finding;
}

/** Makes a fingerprint of its name and its rule, and stamps what the rule finds. Switched off, it is not asked. */
export function fingerprint(about: Omit<Fingerprint, 'examine'>, rule: (evidence: Evidence) => Told): Fingerprint {
  return {
    ...about,
    examine: (evidence) => ({
      fingerprint: about.id,
      version: about.version,
      family: about.family,
      ...(evidence.settings.off.includes(about.id) ? notEnoughSeen({ key: 'switched-off' }) : rule(evidence)),
    }),
  };
}

/** “Cannot tell”, and why. */
export const notEnoughSeen = (said: Said, figures: Partial<Told> = {}): Told => ({
  outcome: 'not-enough-seen',
  scope: 'own',
  postIds: [],
  said,
  ...figures,
});
