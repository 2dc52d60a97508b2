/**
 * How large records stand on disk: as one text beside the few fields that an index asks for. The browser copies a record field
 * by field, and a second time to find what its indexes need; a text it copies whole. Measured in Chromium 156: a flock's record of
 * 150 kB takes 1.6 ms to put as an object, 0.6 ms as a text.
 */
import type { FlockRow, PageRow } from '../flocks/evidence';
import type { BundleRecord, PersonRecord, SheetRecord } from './schema';
import { bandEntry } from './sheets';

interface Text {
  readonly json: string;
}
export interface PackedPerson extends Text {
  readonly id: string;
  readonly handleKey?: string;
  readonly flock?: string;
  /** What few have, or lack, so that all can be counted. */
  readonly marks: readonly Mark[];
}
export type Mark = 'no account' | 'no evidence' | 'verdict' | 'dismissal';
/** Not as one text: posts are read by the hundred thousand, and a text of them takes a quarter longer to read. */
export interface PackedBundle extends BundleRecord {
  readonly ids: readonly string[];
  /** “text key, author”. */
  readonly said: readonly string[];
}
export interface PackedSheet extends Text {
  readonly key: string;
  readonly keys: readonly string[];
  readonly bands: readonly string[];
}
export interface PackedFlock extends Text {
  readonly id: string;
  readonly pending: 0 | 1;
}
export interface PackedPage extends Text {
  readonly key: string;
}

export interface Packing<Row, Stored> {
  readonly pack: (row: Row) => Stored;
  readonly unpack: (stored: Stored) => Row;
}

const unpack = <Row>({ json }: Text): Row => JSON.parse(json);

const marksOf = ({ account, evidence, verdict, dismissal }: PersonRecord): readonly Mark[] => [
  ...(account ? [] : (['no account'] as const)),
  ...(evidence ? [] : (['no evidence'] as const)),
  ...(verdict ? (['verdict'] as const) : []),
  ...(dismissal ? (['dismissal'] as const) : []),
];

export const packings = {
  people: {
    pack: (row: PersonRecord): PackedPerson => ({
      id: row.id,
      ...(row.account?.handleKey === undefined ? {} : { handleKey: row.account.handleKey }),
      ...(row.evidence?.flock === undefined ? {} : { flock: row.evidence.flock }),
      marks: marksOf(row),
      json: JSON.stringify(row),
    }),
    unpack: unpack<PersonRecord>,
  },
  flocks: {
    pack: (row: FlockRow): PackedFlock => ({ id: row.id, pending: row.pending, json: JSON.stringify(row) }),
    unpack: unpack<FlockRow>,
  },
  bundles: {
    pack: ({ key, posts }: BundleRecord): PackedBundle => ({
      key,
      ids: posts.map(({ id }) => id),
      said: [
        ...new Set(posts.flatMap(({ textKey, authorId }) => (textKey === undefined ? [] : `${textKey} ${authorId}`))),
      ],
      posts,
    }),
    unpack: ({ key, posts }: PackedBundle): BundleRecord => ({ key, posts }),
  },
  sheets: {
    pack: ({ key, texts, isPaged }: SheetRecord): PackedSheet => ({
      key,
      keys: texts.map((text) => text.key),
      bands: isPaged ? [] : texts.flatMap((text) => text.bands.map((band) => bandEntry(band, text.key))),
      json: JSON.stringify(texts),
    }),
    unpack: ({ key, json }: PackedSheet): SheetRecord => ({ key, texts: JSON.parse(json) }),
  },
  pages: {
    pack: (row: PageRow): PackedPage => ({ key: row.key, json: JSON.stringify(row) }),
    unpack: unpack<PageRow>,
  },
} as const;

const asIs = { pack: (row: unknown) => row, unpack: (stored: unknown) => stored };

/** The packing of a table; most stand as they are. */
export const packingOf = (name: string): Packing<unknown, unknown> =>
  (packings as unknown as Record<string, Packing<unknown, unknown>>)[name] ?? asIs;
