/** Labels that an imported file's codebook has and ours does not, so that what was said with them can be read. */
import * as v from 'valibot';
import { CodebookShape } from '@/lib/codebook';
import { changeDesk } from '@/lib/store/kept-desk';

/** What cannot be read, or would be too many, is left out: labels without one show their key. */
export async function adoptCodebook(theirs: unknown): Promise<void> {
  const read = v.safeParse(CodebookShape, theirs);
  if (!read.success) return;
  await changeDesk((desk) => {
    const known = new Set(desk.codebook.labels.map(({ key }) => key));
    const keys = new Set(desk.codebook.labels.map(({ shortcut }) => shortcut));
    const more = read.output.labels
      .filter(({ key }) => !known.has(key))
      .map(({ shortcut, ...label }) => (shortcut === undefined || keys.has(shortcut) ? label : { ...label, shortcut }));
    const codebook = v.safeParse(CodebookShape, { labels: [...desk.codebook.labels, ...more] });
    return more.length > 0 && codebook.success ? { ...desk, codebook: codebook.output } : desk;
  });
}
