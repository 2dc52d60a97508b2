/**
 * Weather and earthquake feeds: a network's regional accounts, one program, templates filled in by instruments. The same
 * quake or warning appears on several of them within seconds; stations report on the hour.
 */
import { post } from '../../scenarios/crowd';
import { accountIdFor, type TruthAccount, type TruthPost } from '../../scenarios/truth';
import type { CrowdFamily } from '../case';
import { amongOthers } from '../page';
import { DAY_MS, HOUR_MS, openStage, people, SECOND_MS, type Stage } from '../stage';
import { english } from '../tongues/english';

const REGIONS =
  `Ashby Colwick Marlpool Denholme Tarbert Wexcombe Hollingdale Portreath Stavely Brackmoor Lynwood Carrick Torside
  Elmsgate Harrowby Kirkholm Ludmoor Penrose Quarley Ravenspur Selwick Thornbury Ulverton Wainstead`.split(/\s+/);

export const alertFeeds: CrowdFamily = {
  id: '06-alert-feeds',
  title: 'Weather and earthquake feeds: one program, templates, warnings on many accounts at once',
  aPage: 46,
  draw(random, size) {
    const stage: Stage = {
      ...openStage(random, english, 20),
      hashtag: random.pick(['alerts', 'staysafe', 'warning']),
    };
    const quakes = network(stage, 'Quake', random.int(18, 24));
    const weather = network(stage, 'Weather', random.int(20, 24));
    const posts: TruthPost[] = [];
    const write = (member: TruthAccount, client: string, createdAtMs: number, text: string) =>
      posts.push(
        post(stage, {
          authorId: member.id,
          client,
          createdAtMs,
          lang: 'en',
          text: `${text} #${stage.hashtag}`,
          links: random.chance(0.5) ? [`https://alerts.example/${random.int(1e5, 9e5)}`] : [],
        }),
      );
    const anyMs = () => stage.fromMs + random.next() * (stage.toMs - stage.fromMs - HOUR_MS);
    for (let n = random.int(12, 22); n > 0; n--) {
      const atMs = anyMs();
      const where = `${random.int(2, 90)} km ${random.pick(['N', 'SE', 'W', 'NNW'])} of ${random.pick(REGIONS)}`;
      const text = `M ${random.int(1, 5)}.${random.int(0, 9)} earthquake ${where}, depth ${random.int(2, 60)} km, reviewed by a seismologist`;
      for (const member of random.shuffle(quakes).slice(0, random.int(1, 8)))
        write(member, 'Seismo Relay', atMs + random.next() * 30 * SECOND_MS, text);
    }
    for (let n = random.int(5, 9); n > 0; n--) {
      const atMs = anyMs();
      const text = `${random.pick(['Yellow', 'Orange'])} warning: ${random.pick(['wind', 'heavy rain', 'ice', 'fog'])} for the counties of ${random.pick(REGIONS)} and ${random.pick(REGIONS)} until ${random.int(1, 23)}:00`;
      for (const member of weather)
        if (random.chance(0.6)) write(member, 'WxPublisher', atMs + random.next() * 20 * SECOND_MS, text);
    }
    for (const member of weather) {
      const startMs = Math.ceil(stage.fromMs / HOUR_MS) * HOUR_MS;
      for (let hour = random.int(0, 2); hour < 19; hour += random.pick([1, 3, 6])) {
        const text = `${member.name}: ${random.int(2, 18)}.${random.int(0, 9)} °C, wind ${random.int(3, 60)} km/h ${random.pick(['SW', 'W', 'N'])}, humidity ${random.int(40, 99)} %, pressure ${random.int(980, 1_030)} hPa`;
        write(member, 'WxPublisher', startMs + hour * HOUR_MS + random.next() * 5 * SECOND_MS, text);
      }
    }
    return amongOthers(stage, 'alert-feeds', size, [...quakes, ...weather], posts);
  },
};

/** A network's accounts: opened within some days, years ago, by one operator who says so. */
function network(stage: Stage, kind: string, count: number): TruthAccount[] {
  const { random, fromMs, taken } = stage;
  const openedMs = fromMs - random.int(400, 4_000) * DAY_MS;
  const regions = random.shuffle(REGIONS);
  return people(stage, count, { recent: 0 }).map((account, i) => {
    const createdAtMs = Math.floor((openedMs + random.next() * 5 * DAY_MS) / SECOND_MS) * SECOND_MS;
    const handle = `${kind}${regions[i] ?? i}`.slice(0, 15);
    taken.add(handle.toLowerCase());
    return {
      ...account,
      id: accountIdFor(createdAtMs, random),
      handle,
      name: `${kind} ${regions[i] ?? i}`,
      createdAtMs,
      followers: Math.round(Math.exp(random.normal(6.5, 1.2))),
      following: random.int(0, 12),
      postsCount: Math.round(((fromMs - createdAtMs) / DAY_MS) * random.int(6, 24)),
      likes: 0,
      bio: `Automated ${kind.toLowerCase()} reports, not an official warning. Run by a volunteer.`,
      verified: false,
    };
  });
}
