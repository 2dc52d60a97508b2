import { articleLike, manyAccounts, play } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { chatter } from '../chatter';
import { PRAYER_APPS, subscribed } from '../crowds/01-prayer-apps';
import { campaignCase, pageOf } from '../page';
import { openStage, people } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const amongPrayers: CampaignFamily = {
  id: 'among-prayers',
  title: 'The article’s campaign beside 200 genuine subscribers of prayer apps',
  draw(random, size) {
    const stage = openStage(random, arabicLoan, 14);
    const plan = articleLike(stage, 'beside', {
      count: scaled(size, manyAccounts(random, 80, 300)),
      postsEach: [3, 8],
    });
    const subscribers = people(stage, scaled(size, 200));
    const crowd = people(stage, scaled(size, random.int(300, 600)));
    const posts = [...play(stage, plan), ...subscribed(stage, PRAYER_APPS, subscribers), ...chatter(stage, crowd)];
    return campaignCase(pageOf(stage, 'among-prayers', [...plan.accounts, ...subscribers, ...crowd], posts));
  },
};
