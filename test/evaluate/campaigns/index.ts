/** Every campaign family, in the order of the report. */
import type { CampaignFamily } from '../case';
import { inEnglish } from './english';
import { humanTimes } from './human-times';
import { slowPairs } from './slow-pairs';

export const campaignFamilies: readonly CampaignFamily[] = [slowPairs, humanTimes, inEnglish];
