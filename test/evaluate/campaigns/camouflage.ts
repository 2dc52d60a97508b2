import { post } from '../../scenarios/crowd';
import { PRAYERS } from '../../scenarios/prayers';
import type { TruthPost } from '../../scenarios/truth';
import { articleLike, manyAccounts, play } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { chatter } from '../chatter';
import { campaignCase, pageOf } from '../page';
import { MINUTE_MS, openStage, people, saying, tagged } from '../stage';
import { arabicSchool } from '../tongues/arabic';

export const camouflage: CampaignFamily = {
  id: 'camouflage',
  title: '30–50 % filler between the copies: own-looking words, prayers, replies, reposts',
  draw(random, size) {
    const stage = openStage(random, arabicSchool);
    const plan = articleLike(stage, 'masked', {
      count: scaled(size, manyAccounts(random, 80, 400)),
      postsEach: [4, 8],
    });
    const crowd = people(stage, scaled(size, random.int(300, 900)));
    const genuine = chatter(stage, crowd);
    const copies = play(stage, plan);
    const targets = genuine.filter((one) => one.repostOf === undefined);
    const filler = copies.flatMap((copy): TruthPost[] => {
      // 0.4–1 pieces of filler for each copy.
      if (!random.chance(0.7)) return [];
      const target = random.pick(targets);
      const base = {
        authorId: copy.authorId,
        lang: 'ar',
        ...(copy.client === undefined ? {} : { client: copy.client }),
      };
      const createdAtMs = Math.max(copy.createdAtMs, target.createdAtMs) + (1 + random.next() * 30) * MINUTE_MS;
      const kind = random.weighted([
        ['own', 4],
        ['prayer', 2],
        ['reply', 2],
        ['repost', 2],
      ] as const);
      if (kind === 'repost') return [post(stage, { ...base, createdAtMs, text: '', repostOf: target.id })];
      const text = tagged(
        stage,
        kind === 'prayer' ? `${random.pick(PRAYERS)} ${random.pick(stage.tongue.emoji)}` : saying(stage),
      );
      return [post(stage, { ...base, createdAtMs, text, ...(kind === 'reply' ? { inReplyTo: target.id } : {}) })];
    });
    return campaignCase(pageOf(stage, 'camouflage', [...plan.accounts, ...crowd], [...copies, ...filler, ...genuine]));
  },
};
