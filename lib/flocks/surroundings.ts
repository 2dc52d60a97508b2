/** A flock beside the page it stands on: what everything said of a whole flock is computed from. */
import type { Settings } from '../settings';
import type { MemberTraits, Turn } from './evidence';

export interface FlockView {
  readonly id: string;
  readonly accounts: number;
  /** Posts of its accounts with a text of its pool, and the distinct texts of the pool. */
  readonly posts: number;
  readonly texts: number;
  readonly sample: readonly MemberTraits[];
  /** Its newest posts, newest first. */
  readonly turns: readonly Turn[];
}

export interface Surroundings {
  /** A sample of the page's accounts that stand in no flock: what is usual here. */
  readonly others: readonly MemberTraits[];
  /** Words of a sample of their posts, a list a post. */
  readonly otherWords: readonly (readonly number[])[];
  /** Time of the newest post of the page. */
  readonly pageMs: number | undefined;
  readonly settings: Settings;
}

/** A computation over a flock is made once, however many of its accounts are judged. */
export function oncePerFlock<Result>(compute: (flock: FlockView, around: Surroundings) => Result) {
  const known = new WeakMap<FlockView, { readonly result: Result }>();
  return (flock: FlockView, around: Surroundings): Result => {
    const made = known.get(flock) ?? { result: compute(flock, around) };
    known.set(flock, made);
    return made.result;
  };
}
