/** How many accounts have each part: counted as they are put, for an index that tells costs an entry for each. */
import type { Rows } from './rows';
import type { PersonRecord, SumsRecord } from './schema';

const PARTS = ['account', 'evidence', 'verdict', 'dismissal'] as const;
export type Part = (typeof PARTS)[number];
const KEY = 'people';
const NOBODY: SumsRecord = { key: KEY, account: 0, evidence: 0, verdict: 0, dismissal: 0 };

export interface PeopleSums {
  /** Reads what must be known before `send`. */
  ready(): Promise<unknown>;
  note(before: PersonRecord | undefined, now: PersonRecord | undefined): void;
  /** Puts what was noted. */
  send(): void;
  /** How many have this part, of what was sent. */
  of(part: Part): Promise<number>;
}

export function openPeopleSums(rows: Rows<SumsRecord>): PeopleSums {
  let more: Readonly<Record<Part, number>> = NOBODY;
  return {
    ready: () => rows.get([KEY]),
    note(before, now) {
      for (const part of PARTS) {
        const change = Number(now?.[part] !== undefined) - Number(before?.[part] !== undefined);
        if (change !== 0) more = { ...more, [part]: more[part] + change };
      }
    },
    send() {
      if (PARTS.every((part) => more[part] === 0)) return;
      const known = rows.now(KEY) ?? NOBODY;
      const sums = Object.fromEntries(PARTS.map((part) => [part, known[part] + more[part]])) as typeof more;
      rows.put(KEY, { key: KEY, ...sums });
      more = NOBODY;
    },
    of: async (part) => (await rows.get([KEY]))[0]?.[part] ?? 0,
  };
}
