/**
 * One outlet's regional editions: a desk pushes a breaking headline to all of them within seconds, several headlines in a
 * row, from one publishing tool. The accounts were opened in batches, years ago. Between the pushes each has its own news.
 */
import { post } from '../../scenarios/crowd';
import { fill } from '../../scenarios/grammar';
import { accountIdFor, type TruthAccount, type TruthPost } from '../../scenarios/truth';
import type { CrowdFamily } from '../case';
import { moments } from '../chatter';
import { amongOthers } from '../page';
import { DAY_MS, HOUR_MS, openStage, people, SECOND_MS, type Stage } from '../stage';
import { english } from '../tongues/english';
import { spanish } from '../tongues/spanish';

export const regionalEditions: CrowdFamily = {
  id: '05-regional-editions',
  title: 'Regional editions: one desk, one tool, several headlines within seconds on all of them',
  aPage: 32,
  draw(random, size) {
    const tongue = random.pick([english, spanish]);
    const stage = openStage(random, tongue, 14);
    const outlet = random.pick(['Herald', 'Tribuna', 'Courier', 'Diario Sur']);
    const domain = `${outlet.toLowerCase().replace(' ', '-')}.example`;
    const client = random.pick(['Echobox', 'dlvr.it', 'SocialFlow', 'True Anthem']);
    const members = editions(stage, outlet, random.int(24, 40));
    const { grammar } = tongue;
    const news = () =>
      `${fill(random, random.pick(grammar.claims), grammar)}, ${fill(random, random.pick(grammar.reasons), grammar)}`;
    const posts: TruthPost[] = [];
    const publish = (member: TruthAccount, createdAtMs: number, text: string, path: string) =>
      posts.push(
        post(stage, {
          authorId: member.id,
          client,
          createdAtMs,
          lang: tongue.lang,
          text: `${text} #${stage.hashtag}`,
          links: [`https://${domain}/${path}`],
        }),
      );
    for (let push = random.int(2, 4); push > 0; push--) {
      const deskMs = stage.fromMs + random.next() * (stage.toMs - stage.fromMs - HOUR_MS);
      const headlines = Array.from({ length: random.int(1, 3) }, () => ({
        text: `BREAKING: ${news()}`,
        id: random.int(1e4, 9e4),
      }));
      for (const member of members) {
        if (random.chance(0.12)) continue;
        let atMs = deskMs + random.next() * 25 * SECOND_MS;
        for (const { text, id } of headlines) {
          publish(member, atMs, text, `national/${id}`);
          atMs += (3 + random.next() * 5) * SECOND_MS;
        }
      }
    }
    for (const member of members) {
      const local = moments(stage, random.int(2, 8));
      for (const atMs of local) publish(member, atMs, news(), `${member.handle.toLowerCase()}/${random.int(1e4, 9e4)}`);
    }
    return amongOthers(stage, 'regional-editions', size, members, posts);
  },
};

/** Accounts of a house: opened in two or three batches, thousands of followers, a common look. */
function editions(stage: Stage, outlet: string, count: number): TruthAccount[] {
  const { random, fromMs, taken } = stage;
  const batches = Array.from({ length: random.int(2, 3) }, () => fromMs - random.int(900, 4_500) * DAY_MS);
  const places = random.shuffle(
    `North South East West Coast Hills Valley Harbour Lakes Forest Plains Islands Capital Bridge Moor Ridge Delta Bay Dales
    Fens Heath Marsh Cape Downs Vale Wolds Peaks Sound Reach Cross Green Mount Point Shore Banks Mills Gate Common Ford Cove`.split(
      /\s+/,
    ),
  );
  return people(stage, count, { recent: 0 }).map((account, i) => {
    const createdAtMs = Math.floor((random.pick(batches) + random.next() * 3 * DAY_MS) / SECOND_MS) * SECOND_MS;
    const place = places[i % places.length] ?? 'Town';
    const handle = `${outlet.replace(' ', '')}${place}`.slice(0, 15);
    taken.add(handle.toLowerCase());
    return {
      ...account,
      id: accountIdFor(createdAtMs, random),
      handle,
      name: `${outlet} ${place}`,
      createdAtMs,
      followers: Math.round(Math.exp(random.normal(9, 0.8))),
      following: random.int(20, 400),
      postsCount: Math.round(((fromMs - createdAtMs) / DAY_MS) * random.int(8, 30)),
      bio: `News from ${place} by the ${outlet}. Tips: newsdesk@${outlet.toLowerCase().replace(' ', '-')}.example`,
      banner: `https://pbs.twimg.com/profile_banners/${random.int(1e7, 9e8)}/${random.int(1e9, 1.7e9)}`,
      defaultAvatar: false,
      verified: random.chance(0.7),
    };
  });
}
