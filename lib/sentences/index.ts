/** What the engine says, put into words: in the reader's language on the screen, in English in files. */
import type { Finding, Verdict } from '../model';
import { arabic } from './arabic';
import { english } from './english';
import type { Said, Sentences } from './said';

export type Say = (said: Said) => string;

/** A later version's log may know a key that this one has no words for: it is shown as it is. */
const sayBy =
  (sentences: Sentences): Say =>
  (said) =>
    (sentences[said.key] as ((figures: Said) => string) | undefined)?.(said) ?? said.key;

export const inEnglish: Say = sayBy(english);

/** @param locale such as `ar-EG`: the language of the words, the digits of the figures. English where there are no others. */
export function createSay(locale: string): Say {
  if (!/^ar\b/.test(locale)) return inEnglish;
  // Made when somebody reads a sentence: most pages open no card.
  let say: Say | undefined;
  return (said) => {
    say ??= sayBy(arabic(locale));
    return say(said);
  };
}

/** What a finding says. Of one that an earlier version kept there is the English sentence alone. */
export const sentenceOf = (
  { said, sentence = '' }: Pick<Finding, 'said' | 'sentence'>,
  say: Say = inEnglish,
): string => (said ? say(said) : sentence);

const spokenBy = ({ findings }: Verdict, outcome: Finding['outcome']): readonly string[] =>
  findings.filter((one) => one.outcome === outcome).map((one) => sentenceOf(one));

/** All that speaks against a verdict, in English: what it says itself, and the findings that do not match. */
export const counterEvidenceOf = (verdict: Verdict): readonly string[] => {
  const own = verdict.counterEvidence.map((one) => (typeof one === 'string' ? one : inEnglish(one)));
  // An earlier version kept the findings' sentences a second time.
  return verdict.unknowns ? own : [...own, ...spokenBy(verdict, 'no-match')];
};

/** What was not there to look at, in English. */
export const unknownsOf = (verdict: Verdict): readonly string[] =>
  verdict.unknowns ?? spokenBy(verdict, 'not-enough-seen');
