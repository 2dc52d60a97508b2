/** A stadium on the sofa: in the seconds after a goal everybody shouts the same, and sings the same old songs. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { MINUTE_MS, openStage, people, SECOND_MS, type Stage } from '../stage';
import { english } from '../tongues/english';
import { CHANTS } from './texts/fans';

export const football: CrowdFamily = {
  id: '09-football',
  title: 'Football: the same shouts and songs within seconds of each goal',
  aPage: 500,
  draw(random, size) {
    const stage: Stage = { ...openStage(random, english, 3), hashtag: random.pick(['ROVCTY', 'CupFinal', 'Rovers']) };
    const goals = Array.from({ length: random.int(2, 6) }, () => stage.fromMs + (20 + random.next() * 110) * MINUTE_MS);
    const members = people(stage, scaled(size, 540));
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      for (const goal of goals) {
        if (!random.chance(0.65)) continue;
        let createdAtMs = goal + (4 + Math.abs(random.normal(0, 25))) * SECOND_MS;
        for (let left = random.pick([1, 1, 2, 2, 3, 4]); left > 0; left--) {
          const chant = random.pick(CHANTS);
          const said = random.chance(0.3) ? `${chant}${random.pick(['!!', ' 🔴⚪', ' ❤️', '!!!!!!', ' 😭'])}` : chant;
          const text = `${said} #${stage.hashtag}`;
          posts.push(post(stage, { authorId: member.id, client, createdAtMs, lang: 'en', text }));
          // A shout is out in seconds, a song has to be typed: some six letters a second.
          createdAtMs += (2 + (said.length / 6) * (0.6 + random.next()) + Math.exp(random.normal(1, 0.9))) * SECOND_MS;
        }
      }
      if (random.chance(0.4)) posts.push(...voice(stage, member, random.int(1, 3), posts.slice(-300)));
    }
    return amongOthers(stage, 'football', size, members, posts);
  },
};
