/** The contract of a fingerprint: one rule that examines evidence and says what it found, with its figures. */
import type { MemberTraits, SeenPost } from '../flocks/evidence';
import type { Account, Family, Finding, PostId } from '../model';
import type { Settings } from '../settings';

/** One of the account's texts that others posted too. */
export interface SharedText {
  readonly root: string;
  /** Accounts that posted it or one near-same, this one among them. */
  readonly accounts: number;
  readonly postIds: readonly PostId[];
}

export interface FlockView {
  readonly id: string;
  readonly accounts: number;
  /** Posts of its accounts with a text of its pool, and the distinct texts of the pool. */
  readonly posts: number;
  readonly texts: number;
  readonly sample: readonly MemberTraits[];
}

/** All that a fingerprint may look at. What is absent is unknown. */
export interface Evidence {
  readonly account: Account | undefined;
  /** Newest first. */
  readonly posts: readonly SeenPost[];
  readonly shared: readonly SharedText[];
  readonly flock: FlockView | undefined;
  /** A sample of the page's accounts that stand in no flock: what is usual here. */
  readonly others: readonly MemberTraits[];
  /** Time of the newest post of the page. */
  readonly pageMs: number | undefined;
  readonly settings: Settings;
}

type Told = Omit<Finding, 'fingerprint' | 'version' | 'family'>;

export interface Fingerprint {
  readonly id: string;
  /** Goes up whenever the same evidence can give another finding. */
  readonly version: number;
  readonly title: string;
  readonly family: Family;
  readonly examine: (evidence: Evidence) => Finding;
}

/** Makes a fingerprint of its name and its rule, and stamps what the rule finds. */
export function fingerprint(about: Omit<Fingerprint, 'examine'>, rule: (evidence: Evidence) => Told): Fingerprint {
  return {
    ...about,
    examine: (evidence) => ({
      fingerprint: about.id,
      version: about.version,
      family: about.family,
      ...rule(evidence),
    }),
  };
}

/** “Cannot tell”, in a sentence. */
export const notEnoughSeen = (sentence: string, figures: Partial<Told> = {}): Told => ({
  outcome: 'not-enough-seen',
  scope: 'own',
  postIds: [],
  sentence,
  ...figures,
});

/** A computation over a flock is made once, however many of its accounts are judged. */
export function oncePerFlock<Result>(compute: (flock: FlockView, evidence: Evidence) => Result) {
  const known = new WeakMap<FlockView, Result>();
  return (flock: FlockView, evidence: Evidence): Result => {
    const result = known.get(flock) ?? compute(flock, evidence);
    known.set(flock, result);
    return result;
  };
}

const NUMBER = new Intl.NumberFormat('en');
/** “1 account”, “12 accounts”. */
export const count = (n: number, noun: string): string => `${NUMBER.format(n)} ${noun}${n === 1 ? '' : 's'}`;
/** 0.934 → “93 %”. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
