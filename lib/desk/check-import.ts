/** Reads a whole file before anything of it is stored, and asks the log what it knows of it. */
import type { Entry } from '../formats/imported';
import { FileTrouble } from '../formats/imported';
import type { FormatId } from '../formats/readers';
import type { Log } from '../log';
import { countPreview, type Preview } from './preview';

/** Ids asked for at once. */
const ASKED = 2000;

export interface Check {
  readonly log: Log;
  readonly format: FormatId;
  /** Records so far. */
  readonly report: (records: number) => void;
  readonly goOn: () => void;
}

export async function checkImport(
  entries: AsyncIterable<readonly Entry[]>,
  { log, format, report, goOn }: Check,
): Promise<Preview> {
  const counting = countPreview(format);
  const [anyPosts, anyAccounts] = [await log.shelves.posts.count(), await log.shelves.accounts.count()];
  let [posts, accounts]: [string[], string[]] = [[], []];
  async function ask(): Promise<void> {
    const there = await log.reading(async (inside) => ({
      posts: anyPosts > 0 ? await inside.shelves.posts.get(posts) : [],
      accounts: anyAccounts > 0 ? await inside.shelves.accounts.get(accounts) : [],
    }));
    counting.known(there.posts.filter(Boolean).length, there.accounts.filter(Boolean).length);
    [posts, accounts] = [[], []];
  }
  let records = 0;
  try {
    for await (const part of entries) {
      goOn();
      for (const entry of part) {
        const named = counting.add(entry);
        posts.push(...named.posts);
        accounts.push(...named.accounts);
        if (posts.length + accounts.length >= ASKED) await ask();
      }
      records += part.length;
      report(records);
    }
  } catch (error) {
    if (error instanceof FileTrouble) return { ...counting.result(), blocked: error.reason, detail: error.message };
    throw error;
  }
  await ask();
  return counting.result();
}
