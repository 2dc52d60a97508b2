/** Genuine supporters: flags in the name, the leader as picture, the same slogans for years, and words of their own. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { moments, voice } from '../chatter';
import { amongOthers } from '../page';
import { openStage, people, tagged } from '../stage';
import { arabicLoan } from '../tongues/arabic';
import { SLOGANS } from './texts/greetings';

export const supporters: CrowdFamily = {
  id: '11-supporters',
  title: 'Supporters with flags and portraits: ten slogans, zeal, their own words as well',
  aPage: 500,
  draw(random, size) {
    const stage = openStage(random, arabicLoan, 12);
    const members = people(stage, scaled(size, 500), { recent: 0.08 }).map((member) => ({
      ...member,
      name: `${member.name} ${random.pick(['🇸🇦', '🇪🇬', '🇸🇦🇸🇦', '🇦🇪'])}`,
      bio: random.chance(0.6)
        ? random.pick(['الله ثم المليك والوطن', 'سعودي وأفتخر', 'وطني خط أحمر', 'تحيا مصر'])
        : (member.bio ?? ''),
    }));
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      const chosen = random.shuffle(SLOGANS).slice(0, random.pick([1, 1, 2, 2, 3, 4, 6]));
      moments(stage, chosen.length).forEach((createdAtMs, i) => {
        const slogan = chosen[i] ?? '';
        const said = random.chance(0.5) ? `${slogan} ${random.pick(['🇸🇦', '💚', '🇪🇬❤️', '🇸🇦🇸🇦🇸🇦'])}` : slogan;
        posts.push(post(stage, { authorId: member.id, client, createdAtMs, lang: 'ar', text: tagged(stage, said) }));
      });
      if (random.chance(0.6)) posts.push(...voice(stage, member, random.int(1, 4), posts.slice(-300)));
    }
    return amongOthers(stage, 'supporters', size, members, posts);
  },
};
