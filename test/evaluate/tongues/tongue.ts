/** A language as a page of the evaluation needs it: what people say, how they are called, what a campaign pushes. */
import type { Grammar } from '../../scenarios/grammar';
import { genuinePerson, type Person } from '../../scenarios/names';
import type { Random } from '../../scenarios/random';

export interface Tongue {
  readonly lang: string;
  /** Tags of a page, without `#`. */
  readonly hashtags: readonly string[];
  /** What genuine people say on such a page. */
  readonly grammar: Grammar;
  /** Clauses a genuine opinion has, fewest and most. */
  readonly clauses: readonly [number, number];
  readonly bios: readonly string[];
  readonly emoji: readonly string[];
  /** What a campaign posts: templates with the slots of `grammar`. */
  readonly pushed: readonly string[];
  /** First and family names with their Latin spelling, “name=latin”; null: the Arabic lists of the scenarios. */
  readonly names: { readonly first: readonly string[]; readonly family: readonly string[] } | null;
}

/** The lines of a template literal, trimmed. */
export const lines = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** A made-up person whose handle nobody in `taken` has. */
export function person(tongue: Tongue, random: Random, taken: Set<string>, eightDigits = 0.14): Person {
  if (!tongue.names) return genuinePerson(random, taken, eightDigits);
  const split = (entry: string) => entry.split('=') as [string, string?];
  for (;;) {
    const [first, a = first.toLowerCase()] = split(random.pick(tongue.names.first));
    const [family, b = family.toLowerCase()] = split(random.pick(tongue.names.family));
    const handle = random.chance(eightDigits)
      ? `${a.slice(0, 7)}${random.int(10_000_000, 99_999_999)}`
      : random.pick([
          `${a}${b}`,
          `${a}_${b}`,
          `${a[0]}${b}${random.int(1, 99)}`,
          `${b}${random.int(1960, 2012)}`,
          `${a}${random.int(1, 9_999)}`,
          `${b}_${a[0]}`,
          `the${a}${random.int(1, 99)}`,
          `_${a}${b.slice(0, 4)}`,
        ]);
    const cut = handle.replace(/\W/g, '').slice(0, 15);
    if (cut.length < 4 || taken.has(cut.toLowerCase())) continue;
    taken.add(cut.toLowerCase());
    return {
      name: random.pick([`${first} ${family}`, first, `${first} ${family[0]}.`, `${first} ${family}`]),
      handle: cut,
    };
  }
}
