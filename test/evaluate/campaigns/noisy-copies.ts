import type { Random } from '../../scenarios/random';
import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const noisyCopies: CampaignFamily = {
  id: 'noisy-copies',
  title: 'Every copy disturbed: emoji, tatweel, vowel signs, letters that look alike, a word left out',
  draw(random, size) {
    const stage = openStage(random, arabicLoan);
    const plan = articleLike(stage, 'noise', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    const word = (text: string) => disturb(text, random);
    return campaignCase(amongPeople(stage, 'noisy-copies', size, { ...plan, word }));
  },
};

const LOOKS_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ي/g, 'ی'],
  [/ك/g, 'ک'],
  [/[أإآ]/g, 'ا'],
  [/ة(?= |$)/g, 'ه'],
  [/ى(?= |$)/g, 'ي'],
];
const SIGNS = ['َ', 'ُ', 'ِ', 'ّ', 'ْ'];
const MARKS = ['🌹', '✨', '🔴', '👇', '‼️', '...', '🇸🇦', '💚', '🎥', '\u200f', '\u200b'];

/** One to four disturbances of a copy. */
function disturb(text: string, random: Random): string {
  let words = text.split(' ');
  const any = () => random.int(0, words.length - 1);
  for (let left = random.int(1, 4); left > 0; left--) {
    const at = any();
    const word = words[at] ?? '';
    const kind = random.int(0, 5);
    if (kind === 0) words.splice(at, 0, random.pick(MARKS));
    if (kind === 1) words[at] = word.replace(/(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[ء-ي])/, 'ـ'.repeat(random.int(1, 4)));
    if (kind === 2)
      words = words.map((one) =>
        random.chance(0.4) && one.length > 2 ? one.slice(0, 2) + random.pick(SIGNS) + one.slice(2) : one,
      );
    if (kind === 3) {
      const [from, to] = random.pick(LOOKS_ALIKE);
      words = words.map((one) => one.replace(from, to));
    }
    if (kind === 4 && words.length > 7 && random.chance(0.5)) words.splice(at, 1);
    if (kind === 5) words.push(random.pick(MARKS), random.pick(MARKS));
  }
  return words.join(' ');
}
