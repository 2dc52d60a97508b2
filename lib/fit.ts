/**
 * How well levels and fingerprints fit what people said: precision and recall with intervals. A label says in the codebook
 * whether it counts as spam, as genuine, or as neither; the last is left out.
 */
import type { Counts } from './codebook';
import type { Verdict } from './model';
import { wilson } from './wilson';

/** A labelled account. */
export interface Said {
  readonly counts: Counts;
  /** Absent where the log has not judged it. */
  readonly verdict?: Verdict;
}

/** A share with its 95 % interval (Wilson). */
export interface Rate {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface Fit {
  /** `any` is strong or weak; else a level, or a fingerprint's id. */
  readonly name: string;
  /** Of the labelled accounts that it marks, those labelled spam; absent where it marks none. */
  readonly precision?: Rate;
  /** Of the accounts labelled spam, those that it marks; absent where none is. */
  readonly recall?: Rate;
  /** Of the accounts labelled genuine, those that it marks; absent where none is. */
  readonly wrong?: Rate;
  /** Accounts labelled spam of which too little was seen for it to say anything: they count as not marked. */
  readonly unseen: number;
}

const rate = (hits: number, of: number): Rate | undefined => {
  if (of === 0) return undefined;
  const [low, high] = wilson({ hits, of });
  return { hits, of, share: hits / of, low, high };
};

type Look = 'marks' | 'does-not' | 'not-enough-seen';

function measure(name: string, said: readonly Said[], look: (verdict: Verdict | undefined) => Look): Fit {
  const spam = said.filter(({ counts }) => counts === 'spam').map(({ verdict }) => look(verdict));
  const genuine = said.filter(({ counts }) => counts === 'genuine').map(({ verdict }) => look(verdict));
  const marked = (looks: readonly Look[]) => looks.filter((one) => one === 'marks').length;
  const [hits, wrongly] = [marked(spam), marked(genuine)];
  const figures = {
    precision: rate(hits, hits + wrongly),
    recall: rate(hits, spam.length),
    wrong: rate(wrongly, genuine.length),
  };
  const known = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
  return { name, unseen: spam.filter((one) => one === 'not-enough-seen').length, ...known };
}

/** Levels: strong; any badge. */
export function fitOfLevels(said: readonly Said[]): readonly Fit[] {
  const look = (levels: readonly string[]) => (verdict: Verdict | undefined) =>
    verdict === undefined || verdict.level === 'not-enough-seen'
      ? 'not-enough-seen'
      : levels.includes(verdict.level)
        ? 'marks'
        : 'does-not';
  return [measure('strong', said, look(['strong'])), measure('any', said, look(['strong', 'weak']))];
}

/** Every fingerprint that says something of a labelled account, in order of id. */
export function fitOfFingerprints(said: readonly Said[]): readonly Fit[] {
  const ids = new Set(said.flatMap(({ verdict }) => (verdict?.findings ?? []).map(({ fingerprint }) => fingerprint)));
  const look = (id: string) => (verdict: Verdict | undefined) => {
    const outcome = verdict?.findings.find(({ fingerprint }) => fingerprint === id)?.outcome;
    return outcome === 'match' ? 'marks' : outcome === 'no-match' ? 'does-not' : 'not-enough-seen';
  };
  return [...ids].toSorted().map((id) => measure(id, said, look(id)));
}
