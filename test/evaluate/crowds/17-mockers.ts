/** A campaign runs on the page, and people laugh at it: they post one to three of its texts themselves, or quote them. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { articleLike, manyAccounts, play } from '../campaign';
import { type CrowdFamily, scaled } from '../case';
import { chatter, voice } from '../chatter';
import { crowdCase, pageOf } from '../page';
import { MINUTE_MS, openStage, people, SECOND_MS } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const mockers: CrowdFamily = {
  id: '17-mockers',
  title: 'People mocking a campaign’s copypasta on its own page: 1–3 of its texts each',
  aPage: 130,
  draw(random, size) {
    const stage = openStage(random, arabicLoan, 10);
    const plan = articleLike(stage, 'mocked', {
      count: scaled(size, manyAccounts(random, 80, 250)),
      postsEach: [4, 8],
    });
    const spam = play(stage, plan);
    const members = people(stage, scaled(size, 130));
    const mocked: TruthPost[] = [];
    for (const member of members) {
      const client = clientOf(stage);
      let createdAtMs = 0;
      for (const copied of random.shuffle(spam).slice(0, random.pick([1, 1, 2, 3]))) {
        createdAtMs = Math.max(createdAtMs + 20 * SECOND_MS, copied.createdAtMs + random.next() * 90 * MINUTE_MS);
        const text = copied.text.replace(/ #\S+$/, '');
        const said = random.weighted([
          [text, 4],
          [`😂😂 ${text}`, 3],
          [`"${text}" ليش كلهم يكتبون نفس الكلام؟`, 2],
          [`${text} وش دخل هذا بالهاشتاق`, 2],
        ]);
        const base = { authorId: member.id, client, createdAtMs, lang: 'ar' };
        if (random.chance(0.2))
          mocked.push(post(stage, { ...base, text: `نفس النص للمرة الألف 😂 #${stage.hashtag}`, quoteOf: copied.id }));
        else
          mocked.push(
            post(stage, { ...base, text: `${said} #${stage.hashtag}`, links: random.chance(0.2) ? copied.links : [] }),
          );
      }
      mocked.push(...voice(stage, member, random.int(0, 2), mocked.slice(-200)));
    }
    const others = people(stage, scaled(size, 300));
    const posts = [...spam, ...mocked, ...chatter(stage, others)];
    return crowdCase(members, pageOf(stage, 'mockers', [...plan.accounts, ...members, ...others], posts));
  },
};
