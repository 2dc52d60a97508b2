/** Opinions of genuine people on a loan to Egypt, composed so that two of them are practically never alike. */
import { ARABIC } from './grammar-ar';
import { ENGLISH } from './grammar-en';
import type { Random } from './random';

export interface Grammar {
  readonly openers: readonly string[];
  readonly claims: readonly string[];
  readonly reasons: readonly string[];
  readonly closers: readonly string[];
  readonly joins: readonly string[];
  /** What `{slot}` stands for. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
}

export interface Opinion {
  readonly text: string;
  readonly lang: 'ar' | 'en';
}

/**
 * One opinion of at most `cap` letters, hashtag included, which stands at the end, at the start or inside.
 * `parts` asks for a longer one (2–4 by chance otherwise).
 */
export function opinion(random: Random, hashtag: string, cap: number, parts?: number): Opinion {
  const lang = random.chance(0.14) ? 'en' : 'ar';
  const grammar = lang === 'en' ? ENGLISH : ARABIC;
  for (let wanted = parts ?? random.int(2, 4); ; wanted = Math.max(1, wanted - 1)) {
    const text = decorate(random, compose(random, grammar, wanted), lang, hashtag);
    if (text.length <= cap) return { text, lang };
  }
}

/** Clauses by the wanted number of them, 1–4 (5: a long post), joined; slots filled. */
export function compose(random: Random, grammar: Grammar, parts: number): string {
  const { openers, claims, reasons, closers } = grammar;
  const long = [openers, claims, reasons, claims, reasons, reasons, claims, reasons, claims, reasons, reasons, closers];
  const plans: readonly (readonly (readonly (readonly string[])[])[])[] = [
    [[claims]],
    [
      [openers, claims],
      [claims, reasons],
      [claims, closers],
      [reasons, closers],
    ],
    [
      [openers, claims, reasons],
      [claims, reasons, closers],
      [reasons, openers, claims],
    ],
    [
      [openers, claims, reasons, closers],
      [openers, reasons, claims, reasons],
    ],
    [long],
  ];
  const plan = random.pick(plans[Math.min(parts, plans.length) - 1] ?? []);
  const said = plan.map((choice) => fill(random, random.pick(choice), grammar));
  return said.reduce((text, clause) => text + random.pick(grammar.joins) + clause);
}

/** A clause with its slots filled; `{n}` is a number of two digits at most. Throws on a slot that has no choices. */
export function fill(random: Random, clause: string, grammar: Grammar): string {
  return clause.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'n') return String(random.int(2, 97));
    const choices = grammar.slots[slot];
    if (choices === undefined) throw new Error(`no slot ${slot}`);
    return fill(random, random.pick(choices), grammar);
  });
}

const EMOJI = ['😂', '😂😂', '🤔', '🙏', '❤️', '🇪🇬', '🇸🇦', '👏', '😔', '💔', '🌹', '😅', '👍🏽', '🤦‍♂️', '🔥'];

function decorate(random: Random, text: string, lang: 'ar' | 'en', hashtag: string): string {
  let said = text;
  if (random.chance(0.12)) said = said.replace(/([اويhaeo])(?=\s|$)/, (letter) => letter.repeat(random.int(3, 6)));
  if (random.chance(0.06)) said = said.replace(/ة/g, 'ه');
  if (random.chance(0.3)) said += random.pick(['.', '..', '!', '!!', '؟', ' …', lang === 'ar' ? '؟؟' : '??']);
  if (random.chance(0.28)) said += ` ${random.pick(EMOJI)}`;
  const tag = `#${hashtag}`;
  return random.weighted([
    [`${said} ${tag}`, 0.62],
    [`${tag} ${said}`, 0.24],
    [`${said}\n${tag}`, 0.08],
    [`${tag}\n\n${said}`, 0.06],
  ]);
}
