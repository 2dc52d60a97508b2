/** The article's whole page at full size: 11,847 posts, 10,673 of them by 1,711 campaign accounts. All people made up. */
import { CLIENTS_2016, type Crowd, shared, thread, voice } from './crowd';
import { genuineAccount } from './profiles';
import { seeded } from './random';
import { campaignAccounts, campaignPosts } from './seed-campaign';
import { SEED_HASHTAG, seedVolumes } from './seed-tables';
import { oldestFirst, type Scenario, type TruthAccount, type TruthPost } from './truth';

const FROM_MS = Date.parse('2016-07-26T17:36:00Z');
const TO_MS = Date.parse('2016-07-26T19:36:00Z');
const GENUINE_POSTS = 1_174;
const GENUINE_ACCOUNTS = 950;

/** Another seed is another draw of the same figures. */
export function seedPage(seed = 2016): Scenario {
  const random = seeded(seed);
  const taken = new Set<string>();
  const campaign = campaignAccounts(random, taken);
  const spam = campaignPosts(campaign, FROM_MS, TO_MS, seed === 2016 ? 10_673 : seed + 10_673);
  const people = Array.from({ length: GENUINE_ACCOUNTS }, () =>
    genuineAccount(random, taken, { untilMs: FROM_MS, recent: 0.02, eightDigits: 0 }),
  );
  const crowd: Crowd = { random, hashtag: SEED_HASHTAG, fromMs: FROM_MS, toMs: TO_MS, cap: 140, clients: CLIENTS_2016 };
  const posts = genuinePosts(crowd, people);
  return {
    id: 'seed-page',
    hashtag: SEED_HASHTAG,
    accounts: random.shuffle([...campaign, ...people]),
    posts: oldestFirst([...spam, ...posts]),
  };
}

function genuinePosts(crowd: Crowd, people: readonly TruthAccount[]): TruthPost[] {
  const { random, hashtag } = crowd;
  const texts = seedVolumes().map(({ text }) => text);
  const [sharers, rest] = [people.slice(0, 22), people.slice(22)];
  const headline = 'البنك المركزي المصري يتسلم الشريحة الأولى من الوديعة السعودية عبر @nilewire_news';
  const posts = shared(crowd, sharers, [`${headline} #${hashtag}`], ['https://nilewire.example/2016/07/26/deposit']);
  for (const author of rest.slice(0, 5)) posts.push(...thread(crowd, author, random.int(3, 4)));
  for (const author of rest.slice(5, 11)) {
    const text = random.pick(texts);
    const mock = random.pick([text, `😂😂 ${text}`, `${text} !! وش دخل هذا`, `"${text}" ليش كلهم يكتبون نفس الشي؟`]);
    posts.push(...shared(crowd, [author], [`${mock} #${hashtag}`]));
  }
  const speakers = rest.slice(11);
  const counts = new Map(speakers.map(({ id }) => [id, 1]));
  for (let left = GENUINE_POSTS - posts.length - speakers.length; left > 0; ) {
    // A few people say much: repeated draws favour the first third.
    const { id } = random.pick(random.chance(0.6) ? speakers.slice(0, 90) : speakers);
    const count = counts.get(id) ?? 1;
    if (count >= 6) continue;
    counts.set(id, count + 1);
    left--;
  }
  for (const author of random.shuffle(speakers)) {
    const originals = posts.filter((one) => one.repostOf === undefined).slice(0, 160);
    posts.push(...voice(crowd, author, counts.get(author.id) ?? 1, originals));
  }
  return posts;
}
