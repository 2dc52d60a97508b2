/** The article's 32 published rows and nothing else: no client, no sign-up dates, no counts. */
import { seeded } from './random';
import { SEED_HASHTAG, seedRows } from './seed-tables';
import { oldestFirst, type Scenario, snowflake, type TruthAccount } from './truth';

export function seed32(): Scenario {
  const random = seeded(32);
  const accounts = new Map<string, TruthAccount>();
  const posts = seedRows().map(({ atMs, handle, name, text }) => {
    // The article gives no ids; these are stand-ins in the range of early 2016.
    const account = accounts.get(handle) ?? {
      id: String(4_800_000_000 + accounts.size * 1_000_003),
      handle,
      name,
      campaign: 'seed',
    };
    accounts.set(handle, account);
    return {
      id: snowflake(atMs, random),
      authorId: account.id,
      text,
      lang: 'ar' as const,
      createdAtMs: atMs,
      links: [],
    };
  });
  return { id: 'seed-32', hashtag: SEED_HASHTAG, accounts: [...accounts.values()], posts: oldestFirst(posts) };
}
