import { articleLike } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage, saying } from '../stage';
import { arabicLoan, arabicSchool } from '../tongues/arabic';

export const largePool: CampaignFamily = {
  id: 'large-pool',
  title: 'Opinions harvested elsewhere: 300–600 texts, three to six copies of each',
  draw(random, size) {
    const stage = openStage(random, arabicSchool);
    const plan = articleLike(stage, 'harvest', { count: scaled(size, random.int(200, 500)), postsEach: [4, 9] });
    const posts = plan.turns.length;
    const harvested = { ...stage, tongue: arabicLoan };
    const texts = new Set<string>();
    while (texts.size < Math.max(100, Math.min(600, posts / random.int(3, 5)))) texts.add(saying(harvested));
    return campaignCase(amongPeople(stage, 'large-pool', size, { ...plan, texts: [...texts], playlist: false }));
  },
};
