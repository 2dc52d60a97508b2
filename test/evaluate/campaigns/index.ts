/** Every campaign family, in the order of the report. */
import type { CampaignFamily } from '../case';
import { agedAccounts } from './aged-accounts';
import { agedPhones } from './aged-phones';
import { amongPrayers } from './among-prayers';
import { camouflage } from './camouflage';
import { customClient } from './custom-client';
import { editedCopies } from './edited-copies';
import { inEnglish } from './english';
import { handOverOnly } from './hand-over-only';
import { humanTimes } from './human-times';
import { inJapanese } from './japanese';
import { jitteredBursts } from './jittered-bursts';
import { largePool } from './large-pool';
import { lowRate } from './low-rate';
import { mixedClients } from './mixed-clients';
import { noisyCopies } from './noisy-copies';
import { onTheClock } from './on-the-clock';
import { paraphrase } from './paraphrase';
import { inPersian } from './persian';
import { retargeting } from './retargeting';
import { rotatingLinks } from './rotating-links';
import { shortShifts } from './short-shifts';
import { singleDaysCohort } from './single-days';
import { slotEdits } from './slot-edits';
import { slowPairs } from './slow-pairs';
import { inSpanish } from './spanish';
import { tiny } from './tiny';
import { inTurkish } from './turkish';
import { twoCampaigns } from './two-campaigns';

export const campaignFamilies: readonly CampaignFamily[] = [
  slowPairs,
  humanTimes,
  jitteredBursts,
  onTheClock,
  handOverOnly,
  lowRate,
  shortShifts,
  paraphrase,
  slotEdits,
  editedCopies,
  noisyCopies,
  largePool,
  camouflage,
  rotatingLinks,
  agedAccounts,
  agedPhones,
  singleDaysCohort,
  mixedClients,
  customClient,
  inEnglish,
  inTurkish,
  inPersian,
  inSpanish,
  inJapanese,
  tiny,
  twoCampaigns,
  retargeting,
  amongPrayers,
];
