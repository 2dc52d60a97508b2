/** Friday, Eid, Ramadan, National Day: the same ten greetings, copied by hand from whatever came in on the phone. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { moments, voice } from '../chatter';
import { amongOthers } from '../page';
import { openStage, people, type Stage, tagged } from '../stage';
import { arabicLoan } from '../tongues/arabic';
import { GREETINGS } from './texts/greetings';

const DAYS = [
  ['friday', 'يوم_الجمعة'],
  ['eid', 'عيد_مبارك'],
  ['ramadan', 'رمضان_كريم'],
  ['national', 'اليوم_الوطني'],
] as const;

export const greetings: CrowdFamily = {
  id: '02-greetings',
  title: 'Holiday greetings copied by hand, one to four a person',
  aPage: 500,
  draw(random, size) {
    const [day, hashtag] = random.pick(DAYS);
    const stage: Stage = { ...openStage(random, arabicLoan, 14), hashtag };
    const pool = GREETINGS[day];
    const members = people(stage, scaled(size, 500), { recent: 0.04 });
    const posts: TruthPost[] = [];
    for (const member of members) {
      const base = { authorId: member.id, client: clientOf(stage), lang: 'ar' };
      const count = random.weighted([
        [1, 60],
        [2, 25],
        [3, 10],
        [4, 5],
      ]);
      const chosen = random.shuffle(pool).slice(0, count);
      const times = moments(stage, count);
      chosen.forEach((greeting, i) => {
        const said = random.weighted([
          [greeting, 5],
          [`${greeting} ${random.pick(['🌹', '🤍', '🇸🇦', '🌙', '🤲'])}`, 3],
          [greeting.replace(/ة(?= |$)/g, 'ه').replace(/[أإ]/g, 'ا'), 1],
          [`${greeting}\n${random.pick(['أخوكم أبو فهد', 'محبكم', 'آل سعيد', 'أم خالد'])}`, 1],
        ]);
        posts.push(post(stage, { ...base, createdAtMs: times[i] ?? stage.fromMs, text: tagged(stage, said) }));
      });
      if (random.chance(0.3)) posts.push(...voice(stage, member, 1, posts));
    }
    return amongOthers(stage, 'greetings', size, members, posts);
  },
};
