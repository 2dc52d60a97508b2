/**
 * How large records stand on disk: as one text beside the few fields that an index asks for. The browser copies a record field
 * by field, and a second time to find what its indexes need; bytes it copies whole. Measured in Chromium 156: a flock's record of
 * 150 kB takes 1.6 ms to put as an object, 0.6 ms as a text. In UTF-8, for one Arabic letter doubles the size of a whole string.
 */
import type { FlockRow, PageRow } from '../flocks/evidence';
import type { PostRow } from '../log';
import { compact, expand, openLegend, type Values, valuesOf } from './compact';
import { personForm, readPerson } from './person-form';
import { flockForm, pageForm, readFlock, readPage } from './sample-form';
import type { BundleRecord, CrowdRecord, PersonRecord, SayingsRecord, SheetRecord } from './schema';
import { bandEntry } from './sheets';

interface Text {
  /** JSON in UTF-8; a string in records of before 2026-11. */
  readonly json: Uint8Array | string;
}
export interface PackedPerson extends Text {
  readonly id: string;
  readonly handleKey?: string;
  readonly flock?: string;
}
export interface PackedCrowd extends Text {
  readonly key: string;
  readonly ids: readonly string[];
  /** “flock, account”. */
  readonly flocks: readonly string[];
}
export interface PackedBundle extends Text {
  readonly key: string;
  readonly ids: readonly string[];
  /** “text key, author”; none where other records tell. */
  readonly said: readonly string[];
  readonly saidIn?: readonly string[];
}
export interface PackedSayings extends Text {
  readonly key: string;
  readonly texts: readonly string[];
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

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
const bytesOf = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));
const parsed = (json: Text['json']) => JSON.parse(typeof json === 'string' ? json : decoder.decode(json));
const unpack = <Row>({ json }: Text): Row => parsed(json);

/** Place of its text, author, place of its bundle. */
type PackedSaying = readonly [number, string, number];

const postsIn = ({ json }: PackedBundle): readonly PostRow[] =>
  expand<PostRow, Values>(parsed(json), (values, { objectOf }) => objectOf<PostRow>(values));

const saidBy = (posts: BundleRecord['posts']): readonly string[] => [
  ...new Set(posts.flatMap(({ textKey, authorId }) => (textKey === undefined ? [] : `${textKey} ${authorId}`))),
];

export const flockEntry = (flockId: string, id: string): string => `${flockId} ${id}`;

export const packings = {
  people: {
    pack: (row: PersonRecord): PackedPerson => ({
      id: row.id,
      ...(row.account?.handleKey === undefined ? {} : { handleKey: row.account.handleKey }),
      ...(row.evidence?.flock === undefined ? {} : { flock: row.evidence.flock }),
      json: bytesOf(row),
    }),
    unpack: unpack<PersonRecord>,
  },
  crowds: {
    pack: ({ key, people }: CrowdRecord): PackedCrowd => ({
      key,
      ids: people.map(({ id }) => id),
      flocks: people.flatMap(({ id, evidence }) =>
        evidence?.flock === undefined ? [] : flockEntry(evidence.flock, id),
      ),
      json: bytesOf(compact(people, personForm)),
    }),
    unpack: ({ key, json }: PackedCrowd): CrowdRecord => ({ key, people: expand(parsed(json), readPerson) }),
  },
  flocks: {
    pack: (row: FlockRow): PackedFlock => ({ id: row.id, pending: row.pending, json: bytesOf(flockForm(row)) }),
    unpack: ({ json }: PackedFlock): FlockRow => readFlock(parsed(json)),
  },
  bundles: {
    pack: ({ key, posts, saidIn }: BundleRecord): PackedBundle => ({
      key,
      ids: posts.map(({ id }) => id),
      ...(saidIn ? { said: [], saidIn } : { said: saidBy(posts) }),
      json: bytesOf(compact(posts, valuesOf)),
    }),
    // Until 2026-11 the posts stood in it as they are.
    unpack: (stored: PackedBundle | BundleRecord): BundleRecord =>
      'json' in stored
        ? { key: stored.key, posts: postsIn(stored), ...(stored.saidIn && { saidIn: stored.saidIn }) }
        : stored,
  },
  sayings: {
    pack({ key, sayings }: SayingsRecord): PackedSayings {
      const [texts, bundles] = [openLegend(), openLegend()];
      const said = sayings.map(
        ({ textKey, authorId, bundle }): PackedSaying => [texts.placeOf(textKey), authorId, bundles.placeOf(bundle)],
      );
      return { key, texts: texts.words, json: bytesOf({ bundles: bundles.words, said }) };
    },
    unpack({ key, texts, json }: PackedSayings): SayingsRecord {
      const { bundles, said }: { bundles: readonly string[]; said: readonly PackedSaying[] } = parsed(json);
      const sayings = said.map(([text, authorId, bundle]) => ({
        textKey: texts[text]!,
        authorId,
        bundle: bundles[bundle]!,
      }));
      return { key, sayings };
    },
  },
  sheets: {
    pack: ({ key, texts, isPaged }: SheetRecord): PackedSheet => ({
      key,
      keys: isPaged ? [] : texts.map((text) => text.key),
      bands: isPaged ? [] : texts.flatMap((text) => text.bands.map((band) => bandEntry(band, text.key))),
      json: bytesOf(texts),
    }),
    unpack: ({ key, json }: PackedSheet): SheetRecord => ({ key, texts: parsed(json) }),
  },
  pages: {
    pack: (row: PageRow): PackedPage => ({ key: row.key, json: bytesOf(pageForm(row)) }),
    unpack: ({ json }: PackedPage): PageRow => readPage(parsed(json)),
  },
} as const;

const asIs = { pack: (row: unknown) => row, unpack: (stored: unknown) => stored };

/** The packing of a table; most stand as they are. */
export const packingOf = (name: string): Packing<unknown, unknown> =>
  (packings as unknown as Record<string, Packing<unknown, unknown>>)[name] ?? asIs;
