/** A small log with everything a file must carry: a flock, hostile texts, history, labels, dismissals, following lists. */
import type { ExportChoice } from '../../../lib/desk/export-choice';
import { exportFile } from '../../../lib/desk/export-file';
import { tableNames } from '../../../lib/formats/tables';
import type { AccountRow, Log } from '../../../lib/log';
import type { Account, Post } from '../../../lib/model';
import { defaultSettings } from '../../../lib/settings';
import { type MemoryLog, memoryLog } from '../../../lib/store/memory-log';
import type { Eyes } from '../../../lib/views';
import { DAY_MS, idOf } from '../story';
import { captureOf, openWorld } from '../world';

/** Texts that break careless writers. */
export const hostileTexts = [
  '=HYPERLINK("http://evil.example")',
  "'=quoted already",
  '@a first, then "quotes", commas',
  'line one\r\nline two\nand\ttab',
  'مرحبا بالعالم، ١٢٣ 🌹🇸🇦 #مصر',
  '<b>&amp; "markup"</b> ]]> \u0001 \u{1F468}\u200d\u{1F469}\u200d\u{1F467}',
  ' spaces around ',
  '',
];

const flock = `
  @ann joined 2016-02-10
  @ann: bread at 12:00:04 via TweetDeck
  @bob: bread at 12:00:10 via TweetDeck
  @cat: bread~1 at 12:00:16 via TweetDeck
  @ann: milk at 12:10:08 via TweetDeck
  @bob: milk at 12:10:14 via TweetDeck
  @cat: milk at 12:10:20 via TweetDeck
  @dan: bread at 12:20:00
  @dan: milk at 12:21:00
  @eve: bread at 12:25:00
  @eve: milk at 12:26:00
  @fay replies to @ann: thanks at 13:00
  @fay reposts @ann at 13:02
`;

const hostile = hostileTexts.map(
  (text, i): Post => ({
    id: String(750_000_000_000_000_000n + BigInt(i)),
    authorId: '9223372036854775807',
    createdAtMs: DAY_MS + i * 60_000 + 123,
    text,
    lang: 'ar',
    client: i === 0 ? '' : 'My own app',
    ...(i === 1 ? { quoteOf: '749999999999999999', conversationId: '749999999999999998' } : {}),
    ...(i === 2 ? { replyTo: { accountId: idOf('ann') } } : {}),
    links: i === 0 ? ['https://evil.example/a b?x=1,2', 'https://x.com/ann/status/1'] : [],
    hashtags: i === 4 ? ['مصر', 'Egypt'] : [],
    mentions: i === 2 ? ['a', 'Ann'] : [],
  }),
);

const author: Account = {
  id: '9223372036854775807',
  handle: 'Trap_Setter',
  name: '=1+1, "Trap" 🌹',
  createdAtMs: Date.UTC(2013, 11, 14, 4, 35, 55),
  followers: 0,
  following: 12,
  posts: 3_000_000_000,
  bio: '',
  avatarUrl: 'https://pbs.twimg.com/profile_images/77/trap.jpg',
  defaultAvatar: false,
  bannerUrl: '',
  location: 'القاهرة',
  website: 'https://trap.example/me',
  verified: true,
  basedIn: 'Egypt',
};

export async function sampleLog(log: Log = memoryLog()): Promise<Log> {
  const world = openWorld(log);
  await world.see(flock);
  await world.see({ accounts: [author], posts: hostile }, { page: 'مصر', atMs: DAY_MS + 90_000_000 });
  await world.take({
    ...captureOf(
      { accounts: [{ ...author, handle: 'Trap_Setter2', followers: 7 }], posts: [] },
      { page: 'مصر', atMs: DAY_MS + 190_000_000 },
    ),
  });
  const { shelves } = log;
  await shelves.labels.put([
    {
      id: 'label-1',
      accountId: idOf('ann'),
      value: 'spam',
      note: '=why?\nعلى كل حال',
      coder: 'Noor',
      atMs: DAY_MS + 5,
    },
    {
      id: 'label-2',
      accountId: idOf('ann'),
      value: 'not-spam',
      note: '',
      coder: '',
      atMs: DAY_MS + 9,
      retractedAtMs: DAY_MS + 10,
    },
    {
      id: 'label-3',
      accountId: author.id,
      value: 'ring',
      note: 'n',
      coder: 'Noor',
      atMs: DAY_MS + 7,
      postId: hostile[0]!.id,
    },
  ]);
  await shelves.dismissals.put([{ accountId: idOf('fay'), dismissed: true, atMs: DAY_MS + 11 }]);
  const [evidence] = await shelves.evidence.get([idOf('bob')]);
  await shelves.evidence.put([{ ...evidence!, follows: [idOf('ann'), '777777777777'] }]);
  return log;
}

export const rowsIn = (log: Log) => (log as MemoryLog).rows;
export const trapAccount = async (log: Log): Promise<AccountRow> => (await log.shelves.accounts.get([author.id]))[0]!;

export const everything: ExportChoice = {
  format: 'ndjson',
  tables: tableNames,
  object: 'texts',
  filter: {},
  pseudonymised: false,
  texts: true,
};

export const OCCASION = { atMs: Date.UTC(2026, 10, 25), project: { title: 'Bread', codebook: { labels: [] } } };

/** The file as bytes, with its name. */
export async function written(log: Log, choice: Partial<ExportChoice>, key?: Uint8Array, eyes?: Eyes) {
  const { name, type, content } = await exportFile(
    log,
    defaultSettings,
    { ...everything, ...choice },
    { ...OCCASION, ...(key ? { key } : {}), ...(eyes ? { eyes } : {}) },
  );
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(Buffer.from(part as string));
  return { name, type, bytes: Buffer.concat(parts) };
}
