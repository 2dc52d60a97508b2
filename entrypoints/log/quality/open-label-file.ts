/** A chosen file of labels, read; or why it cannot be, in words. */
import type { LabelFile } from '@/components/quality-files';
import type { WordKey, Words } from '@/components/words';
import { readLabels, type UnreadLabels } from '@/lib/formats/read-labels';
import type { Label } from '@/lib/model';

const MAX_BYTES = 50_000_000;

const unreadWord: { readonly [Why in UnreadLabels['why']]: WordKey } = {
  empty: 'q_unread_empty',
  columns: 'q_unread_columns',
  'rounded-ids': 'q_unread_rounded',
  pseudonymised: 'q_unread_pseudonymised',
  'no-labels': 'q_unread_noLabels',
};

export async function openLabelFile(
  file: File,
  words: Words,
): Promise<LabelFile & { readonly found: readonly Label[] }> {
  const nothing = { name: file.name, labels: 0, brokenLines: [], found: [] };
  if (file.size > MAX_BYTES) return { ...nothing, problem: words.say('q_unread_large') };
  const read = await readLabels(await file.text());
  if (!read.ok) return { ...nothing, problem: words.say(unreadWord[read.why]) };
  const { labels, brokenLines } = read;
  return { name: file.name, labels: labels.length, brokenLines, found: labels };
}
