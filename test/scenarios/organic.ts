/**
 * A hashtag page of genuine people only (about 1,500 posts), with much that looks coordinated and is not: a prayer app,
 * a greeting passed on, a share button, a live-blogger, threads, people who joined for the event. Nobody may be badged.
 */
import { anyTime, CLIENTS_2026, type Crowd, clientOf, post, shared, thread, voice } from './crowd';
import { opinion } from './grammar';
import { PRAYERS } from './prayers';
import { genuineAccount } from './profiles';
import { seeded } from './random';
import { oldestFirst, type Scenario, type TruthAccount, type TruthPost } from './truth';

export const ORGANIC_HASHTAG = 'الوديعة_السعودية';
const FROM_MS = Date.parse('2026-11-13T08:00:00Z');
const TO_MS = Date.parse('2026-11-13T20:00:00Z');
const HOUR_MS = 3_600_000;

export function organic(): Scenario {
  const random = seeded(1_100);
  const taken = new Set<string>();
  const crowd: Crowd = {
    random,
    hashtag: ORGANIC_HASHTAG,
    fromMs: FROM_MS,
    toMs: TO_MS,
    cap: 1_000,
    clients: CLIENTS_2026,
  };
  const people = Array.from({ length: 1_100 }, () =>
    genuineAccount(random, taken, { untilMs: FROM_MS, recent: 0.07, eightDigits: 0.14 }),
  );
  const posts: TruthPost[] = [];
  let next = 0;
  const take = (count: number) => {
    next += count;
    return people.slice(next - count, next);
  };

  const tag = `#${ORGANIC_HASHTAG}`;
  const headline = 'مصادر: مباحثات لتجديد الوديعة السعودية لدى البنك المركزي المصري لعام إضافي عبر @delta_gazette';
  posts.push(...shared(crowd, take(70), [`${headline} ${tag}`], ['https://delta-gazette.example/economy/41877']));
  const greeting = 'جمعة مباركة، اللهم اجعلها جمعة خير وبركة على بلاد المسلمين وارزقنا من فضلك الواسع';
  const greetings = [
    greeting,
    greeting,
    `${greeting} 🌹`,
    `${greeting}🤲`,
    `${greeting} ❤️❤️`,
    greeting.replace('جمعة', 'جمعه'),
  ];
  posts.push(
    ...shared(
      crowd,
      take(60),
      greetings.map((text) => `${text} ${tag}`),
    ),
  );
  for (const author of take(12)) posts.push(...thread(crowd, author, random.int(3, 5)));
  for (const author of take(1)) posts.push(...liveBlog(crowd, author));
  for (const author of take(40)) posts.push(...prayerApp(crowd, author, tag));
  for (const author of random.shuffle(people.slice(next))) {
    const originals = posts.filter((one) => one.repostOf === undefined && one.client !== PRAYER_CLIENT).slice(-200);
    posts.push(...voice(crowd, author, random.chance(0.08) ? random.int(2, 3) : 1, originals));
  }
  return { id: 'organic', hashtag: ORGANIC_HASHTAG, accounts: random.shuffle(people), posts: oldestFirst(posts) };
}

/** One person who reports a session, every 40–200 s. */
function liveBlog(crowd: Crowd, author: TruthAccount): TruthPost[] {
  const { random, hashtag } = crowd;
  let createdAtMs = FROM_MS + 2 * HOUR_MS;
  return Array.from({ length: 36 }, () => {
    createdAtMs += random.int(40, 200) * 1000;
    const said = opinion(random, hashtag, 240, 3);
    return post(crowd, {
      ...said,
      authorId: author.id,
      client: 'Twitter for Android',
      createdAtMs,
      text: `عاجل من الجلسة: ${said.text}`,
    });
  });
}

const PRAYER_CLIENT = 'Noor Dhikr';

/** A subscriber of a prayer app: a shared pool of texts, every two hours, beside the person's own posts. */
function prayerApp(crowd: Crowd, author: TruthAccount, tag: string): TruthPost[] {
  const { random } = crowd;
  const list: TruthPost[] = [];
  const from = random.int(0, 3);
  for (let hour = from; hour < random.int(from + 3, 12); hour += 2) {
    const createdAtMs = FROM_MS + hour * HOUR_MS + random.next() * 50_000;
    list.push(
      post(crowd, {
        authorId: author.id,
        client: PRAYER_CLIENT,
        createdAtMs,
        lang: 'ar',
        text: `${random.pick(PRAYERS)} ${tag}`,
      }),
    );
  }
  const client = clientOf(crowd);
  for (let own = random.int(0, 2); own > 0; own--) {
    list.push(
      post(crowd, { ...opinion(random, crowd.hashtag, 280), authorId: author.id, client, createdAtMs: anyTime(crowd) }),
    );
  }
  return list;
}
