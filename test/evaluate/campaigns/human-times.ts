import { likePeople } from '../cadence';
import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const humanTimes: CampaignFamily = {
  id: 'human-times',
  title: 'Single posts at times like people’s, the same texts, no order',
  noRhythm: true,
  draw(random, size) {
    const stage = openStage(random, arabicLoan);
    const count = scaled(size, manyAccounts(random));
    const plan = articleLike(stage, 'times', { count, postsEach: [3, 8] });
    const turns = likePeople(stage, count, [3, 8]);
    return campaignCase(amongPeople(stage, 'human-times', size, { ...plan, turns, playlist: false }));
  },
};
