/** The words of a catalogue without a browser: `$1` and so on as the browser fills them in. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createWords, type Words } from '@/components/words';

export type Messages = Readonly<Record<string, { readonly message: string }>>;

export const messagesOf = (language: string): Messages =>
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, `../../public/_locales/${language}/messages.json`), 'utf8'),
  ) as Messages;

export function wordsOf(language: 'en' | 'ar', uiLanguage: string = language): Words {
  const messages = messagesOf(language);
  return createWords({
    getMessage: (key, parts = []) =>
      (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => parts[Number(digit) - 1] ?? ''),
    getUILanguage: () => uiLanguage,
  });
}
