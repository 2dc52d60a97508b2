/** The engine's sentences in Arabic. */
import { arabicCadence, arabicTexts } from './arabic-posts';
import { arabicDates, arabicOthers } from './arabic-profiles';
import { arabicSpeech } from './arabic-speech';
import { arabicWhole } from './arabic-whole';
import type { Sentences } from './said';

/** @param locale such as `ar-EG`: its digits, its months. */
export function arabic(locale: string): Sentences {
  const speech = arabicSpeech(locale);
  return {
    ...arabicTexts(speech),
    ...arabicCadence(speech),
    ...arabicDates(speech),
    ...arabicOthers(speech),
    ...arabicWhole(speech),
  };
}
