/** Entrants of giveaways: the shop prescribes the sentence, three friends are to be named; some enter everything. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { openStage, people, SECOND_MS, type Stage } from '../stage';
import { english } from '../tongues/english';
import { ENTRIES } from './texts/fans';

export const giveaways: CrowdFamily = {
  id: '16-giveaways',
  title: 'Giveaway entrants: prescribed sentences, friends named, some enter every draw in a row',
  aPage: 500,
  draw(random, size) {
    const stage: Stage = {
      ...openStage(random, english, 12),
      hashtag: random.pick(['giveaway', 'WinItWednesday', 'competition']),
    };
    const members = people(stage, scaled(size, 500), { recent: 0.08, eightDigits: 0.3 });
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      const entries = random.shuffle(ENTRIES).slice(0, random.pick([1, 1, 1, 2, 3, 5, 8]));
      let createdAtMs = stage.fromMs + random.next() * (stage.toMs - stage.fromMs - 1_200 * SECOND_MS);
      for (const entry of entries) {
        const friends = random.chance(0.55) ? random.shuffle(members).slice(0, random.int(1, 3)) : [];
        const said = [
          entry,
          ...friends.map((friend) => `@${friend.handle}`),
          random.chance(0.3) ? random.pick(['🤞', '🍀', '❤️']) : '',
        ]
          .filter(Boolean)
          .join(' ');
        posts.push(
          post(stage, { authorId: member.id, client, createdAtMs, lang: 'en', text: `${said} #${stage.hashtag}` }),
        );
        createdAtMs += (8 + Math.exp(random.normal(3.2, 1))) * SECOND_MS;
      }
      if (random.chance(0.35)) posts.push(...voice(stage, member, random.int(1, 3), posts.slice(-300)));
    }
    return amongOthers(stage, 'giveaways', size, members, posts);
  },
};
