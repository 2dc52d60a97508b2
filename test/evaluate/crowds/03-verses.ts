/** Quran, poetry and memorial accounts: they post little else, from one canon, some by a service and on the hour. */
import { clientOf, post } from '../../scenarios/crowd';
import { PRAYERS } from '../../scenarios/prayers';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { moments } from '../chatter';
import { amongOthers } from '../page';
import { HOUR_MS, openStage, people, SECOND_MS, type Stage, tagged } from '../stage';
import { arabicLoan } from '../tongues/arabic';
import { VERSES } from './texts/greetings';

export const verses: CrowdFamily = {
  id: '03-verses',
  title: 'Quran, poetry and memorial accounts: one canon, like bios, some by services on the hour',
  aPage: 500,
  draw(random, size) {
    const stage: Stage = { ...openStage(random, arabicLoan, 16), hashtag: random.pick(['صدقة_جارية', 'شعر', 'قرآن']) };
    const canon = [...VERSES, ...PRAYERS.slice(0, 15)];
    const members = people(stage, scaled(size, 500)).map((member) => {
      const departed = member.name.split(' ')[0];
      const bio = random.pick([
        `صدقة جارية عن المرحوم ${departed}`,
        'آيات وأدعية',
        'صدقة جارية لوالدي',
        'من كل بستان زهرة',
      ]);
      return { ...member, bio: random.chance(0.8) ? bio : (member.bio ?? '') };
    });
    const posts: TruthPost[] = [];
    for (const member of members) {
      const service = random.chance(0.35);
      const client = service ? random.pick(['IFTTT', 'Buffer', 'dlvr.it', 'تغريد القرآن']) : clientOf(stage);
      const count = random.int(2, 10);
      const onTheHour = () => {
        const hour = random.int(1, Math.floor((stage.toMs - stage.fromMs) / HOUR_MS) - 1);
        return stage.fromMs + hour * HOUR_MS + random.next() * 20 * SECOND_MS;
      };
      const times = service ? Array.from({ length: count }, onTheHour) : moments(stage, count);
      const chosen = random.shuffle(canon).slice(0, count);
      times.forEach((createdAtMs, i) => {
        const text = tagged(stage, chosen[i] ?? '');
        posts.push(post(stage, { authorId: member.id, client, createdAtMs, lang: 'ar', text }));
      });
    }
    return amongOthers(stage, 'verses', size, members, posts);
  },
};
