/** The registry: every fingerprint, in the order in which a card tells them. */
import { burstRhythm } from './burst-rhythm';
import { closedPool } from './closed-pool';
import { cohortCounters } from './cohort-counters';
import { copiedText } from './copied-text';
import { creationCluster } from './creation-cluster';
import type { Fingerprint } from './fingerprint';
import { followedCore } from './followed-core';
import { handOver } from './hand-over';
import { handleTemplate } from './handle-template';
import { isolation } from './isolation';
import { offTopic } from './off-topic';
import { oneClient } from './one-client';
import { oneOutlet } from './one-outlet';
import { phaseLock } from './phase-lock';
import { playlist } from './playlist';
import { profileShape } from './profile-shape';
import { retargeting } from './retargeting';
import { reusedProfile } from './reused-profile';

export const fingerprints = [
  copiedText,
  closedPool,
  playlist,
  burstRhythm,
  phaseLock,
  handOver,
  creationCluster,
  cohortCounters,
  profileShape,
  oneClient,
  oneOutlet,
  offTopic,
  retargeting,
  reusedProfile,
  handleTemplate,
  followedCore,
  isolation,
] as const satisfies readonly Fingerprint[];
