/**
 * What the engine says, before it is put into words: a key and the figures that its sentence tells. Verdicts are made and kept
 * so, and each language has its own words for every key (`english.ts`, `arabic.ts`). A key begins with the id of the fingerprint
 * that says it. Shares are 0…1, days are whole days since 1970.
 *
 * To add one: a line here; the compiler then asks for its sentence in each language. Verdicts that the log keeps hold these
 * figures: where a key's figures change, `ENGINE_VERSION` (`verdict.ts`) goes up.
 */
import type { ProfilePart } from '../model';
import type { Service } from '../services';

/** Nothing but the words. */
type None = Readonly<Record<never, never>>;
interface Needed {
  readonly needed: number;
}

export interface TextFigures {
  readonly 'copied-text/few': Needed & { readonly posts: number };
  readonly 'copied-text/match': { readonly texts: number; readonly others: number };
  readonly 'copied-text/no-match': {
    readonly posts: number;
    readonly texts: number;
    readonly accounts: number;
    readonly minTexts: number;
    readonly minAccounts: number;
  };
  readonly 'closed-pool/none': None;
  readonly 'closed-pool/few': Needed & { readonly posts: number };
  readonly 'closed-pool/told': { readonly accounts: number; readonly posts: number; readonly texts: number };
  readonly 'playlist/few-texts': Needed & { readonly texts: number };
  readonly 'playlist/few-pairs': Needed & { readonly pairs: number };
  readonly 'playlist/told': { readonly same: number; readonly pairs: number; readonly others: number };
}

/** Of pauses, those that are as short as a burst's. */
interface Pauses {
  readonly pauses: number;
  readonly maxGapMs: number;
}

export interface CadenceFigures {
  readonly 'burst-rhythm/coarse': None;
  readonly 'burst-rhythm/none': None;
  readonly 'burst-rhythm/few': Needed & { readonly pauses: number };
  readonly 'burst-rhythm/own': Pauses & { readonly bursts: number; readonly short: number; readonly meanS: number };
  readonly 'burst-rhythm/flock': Pauses & { readonly meanS: number; readonly share: number; readonly inTurns: boolean };
  readonly 'burst-rhythm/no-match': Pauses & { readonly short: number };
  readonly 'phase-lock/alone': None;
  readonly 'phase-lock/few': Needed & { readonly bursts: number };
  readonly 'phase-lock/coarse': None;
  readonly 'phase-lock/clock': None;
  readonly 'phase-lock/match': { readonly others: number; readonly times: number; readonly nearestMs: number };
  readonly 'phase-lock/no-match': { readonly accounts: number; readonly inStep: number };
  readonly 'phase-lock/turns': {
    readonly mates: number;
    readonly times: number;
    readonly spreadMs: number;
    readonly accounts: number;
    readonly pairs: number;
  };
  readonly 'hand-over/few': None;
  readonly 'hand-over/told': {
    readonly times: number;
    readonly maxGapMs: number;
    readonly sorted: number;
    readonly longest: number;
  };
}

export interface DateFigures {
  readonly 'creation-cluster/alone': None;
  readonly 'creation-cluster/few': None;
  readonly 'creation-cluster/unseen': None;
  readonly 'creation-cluster/match': {
    readonly day: number;
    readonly share: number;
    readonly accounts: number;
    readonly runs: number;
    readonly from: number;
    readonly to: number;
    readonly usual: number;
  };
  readonly 'creation-cluster/outside': { readonly day: number; readonly share: number };
  readonly 'creation-cluster/spread': None;
  readonly 'cohort-counters/alone': None;
  readonly 'cohort-counters/few': None;
  readonly 'cohort-counters/match': { readonly accounts: number; readonly alike: readonly ('following' | 'posts')[] };
  readonly 'cohort-counters/no-match': None;
  readonly 'profile-shape/alone': None;
  readonly 'profile-shape/few': None;
  readonly 'profile-shape/told': {
    readonly share: number;
    readonly accounts: number;
    readonly parts: readonly ProfilePart[];
    readonly usual: number;
  };
}

export interface OtherFigures {
  readonly 'one-client/alone': None;
  readonly 'one-client/few': None;
  readonly 'one-client/unseen': None;
  readonly 'one-client/match': {
    readonly client: string;
    readonly share: number;
    readonly accounts: number;
    readonly usual: number;
  };
  readonly 'one-client/another': { readonly client: string };
  readonly 'one-client/service': { readonly client: string; readonly service: Service['kind'] };
  readonly 'one-client/common': None;
  readonly 'one-client/various': None;
  readonly 'one-outlet/few': None;
  readonly 'one-outlet/match': {
    readonly own: number;
    readonly links: number;
    readonly domain: string;
    readonly share: number;
    readonly accounts: number;
  };
  readonly 'one-outlet/no-match': None;
  readonly 'off-topic/few': None;
  readonly 'off-topic/told': { readonly on: number; readonly texts: number; readonly usual: number };
  readonly 'retargeting/few': Needed & { readonly texts: number };
  /** `names`: some of the hashtags, without `#`. */
  readonly 'retargeting/match': { readonly hashtags: number; readonly names: readonly string[] };
  readonly 'retargeting/no-match': None;
  readonly 'reused-profile/unseen': None;
  readonly 'reused-profile/told': { readonly others: number; readonly bios: number; readonly usual: number };
  readonly 'handle-template/few': None;
  readonly 'handle-template/match': { readonly share: number; readonly handles: number; readonly usual: number };
  readonly 'handle-template/no-match': None;
  readonly 'followed-core/few': None;
  readonly 'followed-core/told': { readonly accounts: number; readonly others: number };
  readonly 'isolation/few': Needed & { readonly posts: number };
  readonly 'isolation/told': { readonly social: number; readonly posts: number; readonly usual?: number };
}

/** What no single fingerprint says: the verdict of all, and the health of the chain. */
export interface WholeFigures {
  readonly 'switched-off': None;
  readonly 'verdict/own-words': { readonly own: number; readonly posts: number };
  readonly 'verdict/automated': None;
  readonly 'verdict/established': { readonly share: number; readonly accounts: number };
  readonly 'health/disk-full': None;
  readonly 'health/anchors': None;
  readonly 'health/unread-bodies': { readonly responses: number };
  readonly 'health/unread-nodes': { readonly nodes: number };
  readonly 'health/too-large': { readonly responses: number };
  readonly 'health/unreadable': { readonly responses: number };
  readonly 'health/rejected': { readonly messages: number };
  readonly 'health/undelivered': { readonly responses: number };
  /** `last`: the last one's own words. */
  readonly 'health/errors': { readonly errors: number; readonly last: string };
}

export interface Figures extends TextFigures, CadenceFigures, DateFigures, OtherFigures, WholeFigures {}
export type SaidKey = keyof Figures;
/** A key with its figures. */
export type Said = { readonly [Key in SaidKey]: { readonly key: Key } & Figures[Key] }[SaidKey];

/** A sentence for each key of some, of its figures. */
export type SentencesOf<Some> = { readonly [Key in keyof Some]: (figures: Some[Key]) => string };
export type Sentences = SentencesOf<Figures>;
