/** What the engine makes of the same posts with some of its fingerprints switched off. */
import { fingerprints } from '@/lib/fingerprints';
import type { Family } from '@/lib/model';

export interface Switch {
  /** Name of the reading: `without cadence`, `without phase-lock`. */
  readonly name: string;
  readonly off: readonly string[];
}

const FAMILIES: readonly Family[] = ['text', 'cadence', 'dates', 'else'];

/** Each family of fingerprints off. */
export const familySwitches: readonly Switch[] = FAMILIES.map((family) => ({
  name: `without ${family}`,
  off: fingerprints.filter((one) => one.family === family).map((one) => one.id),
}));

/** Each fingerprint off by itself. */
export const singleSwitches: readonly Switch[] = fingerprints.map(({ id }) => ({ name: `without ${id}`, off: [id] }));
