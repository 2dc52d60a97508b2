/** The registry: every fingerprint, in the order in which a card tells them. */
import { burstRhythm } from './burst-rhythm';
import { closedPool } from './closed-pool';
import { copiedText } from './copied-text';
import { creationCluster } from './creation-cluster';
import type { Fingerprint } from './fingerprint';
import { oneClient } from './one-client';

export const fingerprints = [
  copiedText,
  closedPool,
  burstRhythm,
  creationCluster,
  oneClient,
] as const satisfies readonly Fingerprint[];
