/** An archive of hashtag pages as a file of Flockmark's own, for the benchmarks of the desk: the pages of `feed.ts`, read by the site's parser. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Account, Post } from '../../lib/model';
import { site } from '../../lib/sites';
import { capturesOf, hashtagPage } from './feed';

const line = (record: object): string => `${JSON.stringify(record)}\n`;

/** @returns how many posts the file holds */
export async function writeArchive(file: string, most: number): Promise<number> {
  const out = createWriteStream(file);
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const header = { kind: 'header', format: 'flockmark-log', version: 1, writtenAtMs: 0, engine: 1, settings: 1 };
  await write(line({ ...header, pseudonymised: false, texts: true }));
  let posts = 0;
  for (let number = 1; posts < most; number++) {
    for (const capture of capturesOf(hashtagPage({ number, seed: number }), 500)) {
      const result = site.parse(capture);
      if (!result.ok) throw new Error(`a capture of the benchmark cannot be read: ${result.reason}`);
      const { key } = site.pageOf(capture.pageUrl);
      await write(result.parsed.accounts.map((account) => line(accountRecord(account, capture.capturedAtMs))).join(''));
      const left = result.parsed.posts.slice(0, most - posts);
      await write(left.map((post: Post) => line({ kind: 'post', ...post, pages: [key] })).join(''));
      posts += left.length;
    }
  }
  out.end();
  await once(out, 'finish');
  return posts;
}

const accountRecord = (account: Account, atMs: number) => ({
  kind: 'account',
  ...account,
  firstSeenMs: atMs,
  lastSeenMs: atMs,
  handles: [],
  counts: [],
});
