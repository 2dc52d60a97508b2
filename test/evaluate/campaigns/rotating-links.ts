import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { english } from '../tongues/english';

export const rotatingLinks: CampaignFamily = {
  id: 'rotating-links',
  title: 'A different link each time, over twelve domains and a shortener',
  draw(random, size) {
    const stage = openStage(random, english);
    const plan = articleLike(stage, 'links', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    const domains = Array.from(
      { length: 12 },
      () => `${random.pick(['daily', 'metro', 'clean', 'voice', 'true'])}-${random.int(100, 999)}.example`,
    );
    const links = () =>
      random.chance(0.3)
        ? [`https://lnk.example/${random.int(1e6, 9e6).toString(36)}`]
        : [`https://${random.pick(domains)}/${random.int(10, 99)}?u=${random.int(1e5, 9e5)}`];
    return campaignCase(amongPeople(stage, 'rotating-links', size, { ...plan, links }));
  },
};
