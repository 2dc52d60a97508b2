import { fill } from '../../scenarios/grammar';
import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { english } from '../tongues/english';
import { SLOTTED, TEMPLATES } from './texts/templates';

export const editedCopies: CampaignFamily = {
  id: 'edited-copies',
  title: 'Three copies in ten have their names, places and numbers replaced',
  draw(random, size) {
    const stage = openStage(random, english);
    const plan = articleLike(stage, 'edited', { count: scaled(size, manyAccounts(random)), postsEach: [4, 8] });
    const first = TEMPLATES.map((template) => fill(random, template, SLOTTED));
    const word = (template: string, index: number) =>
      random.chance(0.3) ? fill(random, template, SLOTTED) : (first[index] ?? '');
    return campaignCase(amongPeople(stage, 'edited-copies', size, { ...plan, texts: TEMPLATES, word }));
  },
};
