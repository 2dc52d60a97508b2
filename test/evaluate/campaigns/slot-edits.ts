import { fill } from '../../scenarios/grammar';
import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { english } from '../tongues/english';
import { SLOTTED, TEMPLATES } from './texts/templates';

export const slotEdits: CampaignFamily = {
  id: 'slot-edits',
  title: 'Names, places and numbers filled in anew each time: 30 % of the letters',
  draw(random, size) {
    const stage = openStage(random, english);
    const plan = articleLike(stage, 'slots', { count: scaled(size, manyAccounts(random)), postsEach: [4, 8] });
    // What is advertised stays the same, people, places, days and numbers change.
    const firm = random.pick(SLOTTED.slots.firm ?? []);
    const texts = TEMPLATES.map((template) => template.replaceAll('{firm}', firm));
    const word = (template: string) => fill(random, template, SLOTTED);
    return campaignCase(amongPeople(stage, 'slot-edits', size, { ...plan, texts, word }));
  },
};
