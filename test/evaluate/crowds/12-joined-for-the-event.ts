/** People who signed up for the event, within days: X's own handles, no picture, one client or two, short first words. */
import { clientOf, post } from '../../scenarios/crowd';
import { accountIdFor, type TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { moments, voice } from '../chatter';
import { amongOthers } from '../page';
import { DAY_MS, openStage, people, SECOND_MS, tagged } from '../stage';
import { spanish } from '../tongues/spanish';
import { turkish } from '../tongues/turkish';

const CRIES = {
  es: [
    'Es mi primer mensaje acá, vengo a apoyar la causa de todos',
    'Somos miles en la plaza y no nos vamos a callar nunca más',
    'Compartan por favor para que se entere todo el país',
  ],
  tr: [
    'Hesabı bugün bu etiket için açtım, sesimizi duyun artık lütfen',
    'Susmuyoruz korkmuyoruz hakkımızı almadan bir yere gitmiyoruz',
    'Lütfen paylaşın herkes duysun bu ses çok uzaklara ulaşsın',
  ],
} as const;

export const joinedForTheEvent: CrowdFamily = {
  id: '12-joined-for-the-event',
  title: 'Joined within ten days for the event, name and eight digits, three common cries',
  aPage: 500,
  draw(random, size) {
    const tongue = random.pick([spanish, turkish]);
    const stage = openStage(random, tongue, 10);
    const cries = CRIES[tongue.lang === 'tr' ? 'tr' : 'es'];
    const members = people(stage, scaled(size, 500), { recent: 1, eightDigits: 0.85 }).map((account) => {
      // Most on the eve, the tail ten days back.
      const ageMs = Math.min(10, 0.1 + Math.abs(random.normal(0, 2.5))) * DAY_MS;
      const createdAtMs = Math.floor((stage.fromMs - ageMs) / SECOND_MS) * SECOND_MS;
      return {
        ...account,
        id: accountIdFor(createdAtMs, random),
        createdAtMs,
        followers: random.int(0, 30),
        following: random.int(1, 80),
        postsCount: random.int(1, 120),
        bio: random.chance(0.15) ? (account.bio ?? '') : '',
        banner: '',
        defaultAvatar: random.chance(0.6),
      };
    });
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      const chosen = random.shuffle(cries).slice(0, random.pick([0, 0, 1, 1, 2, 3]));
      moments(stage, chosen.length).forEach((createdAtMs, i) => {
        const text = tagged(stage, chosen[i] ?? '');
        posts.push(post(stage, { authorId: member.id, client, createdAtMs, lang: tongue.lang, text }));
      });
      posts.push(...voice(stage, member, random.pick([1, 1, 2, 4]), posts.slice(-300)));
    }
    return amongOthers(stage, 'joined-for-the-event', size, members, posts);
  },
};
