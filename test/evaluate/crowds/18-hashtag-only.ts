/** Posts that are nothing but tags: pushing a trend, one after another, with a flag or a heart. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { openStage, people, SECOND_MS } from '../stage';
import { arabicSchool } from '../tongues/arabic';
import { turkish } from '../tongues/turkish';

export const hashtagOnly: CrowdFamily = {
  id: '18-hashtag-only',
  title: 'Hashtag-only posts, several in a row, to push a trend',
  aPage: 500,
  draw(random, size) {
    const stage = openStage(random, random.pick([arabicSchool, turkish]), 8);
    const members = people(stage, scaled(size, 500), { recent: 0.1 });
    const tags = [stage.hashtag, ...stage.tongue.hashtags, 'trend', 'TT'];
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      let createdAtMs = stage.fromMs + random.next() * (stage.toMs - stage.fromMs - 600 * SECOND_MS);
      for (let left = random.int(1, 9); left > 0; left--) {
        const more = random
          .shuffle(tags)
          .slice(0, random.int(0, 3))
          .map((tag) => `#${tag}`);
        const text = [`#${stage.hashtag}`, ...more, random.chance(0.4) ? random.pick(stage.tongue.emoji) : '']
          .join(' ')
          .trim();
        posts.push(post(stage, { authorId: member.id, client, createdAtMs, lang: 'qht', text }));
        createdAtMs += (3 + Math.exp(random.normal(2, 1))) * SECOND_MS;
      }
      if (random.chance(0.3)) posts.push(...voice(stage, member, 1, posts.slice(-300)));
    }
    return amongOthers(stage, 'hashtag-only', size, members, posts);
  },
};
