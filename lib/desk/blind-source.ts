/** A source for a coder who works blind: nothing that was judged, and of labels the coder's own. */

import { isOwn } from '../coders';
import { judgedTables, type Parts } from '../formats/tables';
import { standingLabels } from '../labels';
import type { Log } from '../log';
import { allLabels } from './read-lines';
import type { Source } from './source';

async function* none(): Parts<never> {}

/** @param coder whose labels stay, with those that were given before there was a name */
export async function blindSource(source: Source, log: Log, coder: string): Promise<Source> {
  const own = standingLabels((await allLabels(log)).filter((label) => isOwn(label, coder)));
  return {
    ...source,
    async *accounts() {
      for await (const part of source.accounts())
        yield part.map(({ account, postsSeen }) => {
          const label = own.get(account.id);
          return { account, postsSeen, dismissed: false, ...(label ? { label } : {}) };
        });
    },
    async *labels() {
      for await (const part of source.labels()) yield part.filter(({ label }) => isOwn(label, coder));
    },
    ...Object.fromEntries(judgedTables.map((name) => [name, none])),
  };
}
