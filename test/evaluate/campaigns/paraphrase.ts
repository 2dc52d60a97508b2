import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicSchool } from '../tongues/arabic';
import { SPUN, spin } from './texts/spintax';

export const paraphrase: CampaignFamily = {
  id: 'paraphrase',
  title: 'Every text in 5–8 rewritten variants',
  draw(random, size) {
    const stage = openStage(random, arabicSchool);
    const plan = articleLike(stage, 'spun', { count: scaled(size, manyAccounts(random)), postsEach: [4, 8] });
    const variants = SPUN.map((message) => Array.from({ length: random.int(5, 8) }, () => spin(message, random)));
    const texts = SPUN.map((_, index) => String(index));
    const word = (_: string, index: number) => random.pick(variants[index] ?? []);
    return campaignCase(amongPeople(stage, 'paraphrase', size, { ...plan, texts, word }));
  },
};
