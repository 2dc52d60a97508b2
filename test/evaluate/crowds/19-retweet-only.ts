/** Readers who never write: they repost what is popular, dozens in a row, many of them the same posts. */
import { clientOf, post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { chatter } from '../chatter';
import { crowdCase, pageOf } from '../page';
import { MINUTE_MS, openStage, people, SECOND_MS } from '../stage';
import { arabicLoan } from '../tongues/arabic';
import { persian } from '../tongues/persian';

export const retweetOnly: CrowdFamily = {
  id: '19-retweet-only',
  title: 'Readers who only repost: the same popular posts, in rows seconds apart',
  aPage: 500,
  draw(random, size) {
    const stage = openStage(random, random.pick([arabicLoan, persian]), 12);
    const others = people(stage, scaled(size, 300));
    const said = chatter(stage, others);
    const popular = random.shuffle(said.filter((one) => one.repostOf === undefined)).slice(0, 40);
    const members = people(stage, scaled(size, 500), { recent: 0.12 });
    const posts: TruthPost[] = members.flatMap((member) => {
      const base = { authorId: member.id, client: clientOf(stage), lang: stage.tongue.lang, text: '' };
      const chosen = random.shuffle(popular.slice(0, random.pick([12, 25, 40]))).slice(0, random.int(2, 14));
      const newestFirst = chosen.sort((a, b) => b.createdAtMs - a.createdAtMs);
      let createdAtMs = (newestFirst[0]?.createdAtMs ?? stage.fromMs) + random.next() * 60 * MINUTE_MS;
      return newestFirst.map((target) => {
        createdAtMs += (2 + Math.exp(random.normal(2, 1))) * SECOND_MS;
        return post(stage, { ...base, createdAtMs, repostOf: target.id });
      });
    });
    return crowdCase(members, pageOf(stage, 'retweet-only', [...members, ...others], [...posts, ...said]));
  },
};
