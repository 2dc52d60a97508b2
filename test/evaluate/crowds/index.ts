/** The hard negatives of METHOD, section 3, in its order. */
import type { CrowdFamily } from '../case';
import { prayerApps } from './01-prayer-apps';
import { petition } from './07-petition';
import { classOfPupils } from './13-class';
import { threads } from './14-threads';

export const crowdFamilies: readonly CrowdFamily[] = [prayerApps, petition, classOfPupils, threads];
