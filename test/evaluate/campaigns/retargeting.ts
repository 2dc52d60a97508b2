import { bursts } from '../cadence';
import { articleLike, manyAccounts, pushedTexts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { DAY_MS, openStage, type Stage } from '../stage';
import { arabicLoan, arabicSchool } from '../tongues/arabic';

export const retargeting: CampaignFamily = {
  id: 'retargeting',
  title: 'The same accounts on two tags on two days, two or three posts on each',
  draw(random, size) {
    const first = openStage(random, arabicLoan);
    const shiftMs = random.int(1, 9) * DAY_MS;
    const second: Stage = {
      ...first,
      tongue: arabicSchool,
      hashtag: random.pick(arabicSchool.hashtags),
      fromMs: first.fromMs + shiftMs,
      toMs: first.toMs + shiftMs,
    };
    const plan = articleLike(first, 'moved', { count: scaled(size, manyAccounts(random, 80, 300)), postsEach: [2, 3] });
    const texts = [...plan.texts.slice(0, 16), ...pushedTexts(random, arabicSchool, 8)];
    const again = { ...plan, texts, turns: bursts(second, plan.accounts, [2, 3]) };
    return campaignCase(
      amongPeople(first, 'retargeting-1', size, plan),
      amongPeople(second, 'retargeting-2', size, again),
    );
  },
};
