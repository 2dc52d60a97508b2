/** The samples of a flock and of a page, as they stand in its record (`compact.ts`): the most of it, and written anew with each change. */
import type { FlockRow, MemberTraits, PageRow, Turn, WordedPost } from '../flocks/evidence';
import { type Legend, openLegend, openReader, placeIn, type Reader, type Values, valuesOf } from './compact';

interface Samples {
  readonly words: readonly string[];
  readonly sample: readonly Values[];
  /** Newest posts of a flock; posts of a page whose words are kept. */
  readonly posts?: readonly Values[];
}
/** Row without its samples, and these. Rows of before 2026-12 stand as they are. */
export interface Sampled<Row> {
  readonly row: Omit<Row, 'sample' | 'turns' | 'words'>;
  readonly samples: Samples;
}

/** Words that most of a sample have in common. */
const COMMON = ['client', 'domain', 'page', 'flock'] as const;
type TraitsForm = Omit<MemberTraits, (typeof COMMON)[number] | 'order' | 'gaps' | 'profile'> & {
  readonly common: readonly (number | null)[];
  readonly order?: readonly number[] | undefined;
  readonly gaps: Values;
  readonly profile?: Values | undefined;
};

function traitsForm({ client, domain, page, flock, ...traits }: MemberTraits, legend: Legend): Values {
  const form: TraitsForm = {
    ...traits,
    common: [client, domain, page, flock].map((word) => placeIn(legend, word)),
    order: traits.order?.map(legend.placeOf),
    gaps: valuesOf(traits.gaps, legend),
    profile: traits.profile && valuesOf(traits.profile, legend),
  };
  return valuesOf(form, legend);
}

function readTraits(values: Values, { objectOf, wordAt }: Reader): MemberTraits {
  const { common, order, gaps, profile, ...rest } = objectOf<TraitsForm>(values);
  const words = COMMON.flatMap((name, i) => {
    const place = common[i];
    return place === null || place === undefined ? [] : [[name, wordAt(place)]];
  });
  return {
    ...rest,
    ...Object.fromEntries(words),
    ...(order !== undefined && { order: order.map(wordAt) }),
    gaps: objectOf(gaps),
    ...(profile !== undefined && { profile: objectOf(profile) }),
  };
}

function samplesOf(sample: readonly MemberTraits[], posts: readonly object[] | undefined): Samples {
  const legend = openLegend();
  return {
    sample: sample.map((traits) => traitsForm(traits, legend)),
    ...(posts && { posts: posts.map((post) => valuesOf(post, legend)) }),
    words: legend.words,
  };
}

function readSamples<Post extends object>({ words, sample, posts }: Samples) {
  const reader = openReader(words);
  return {
    sample: sample.map((values) => readTraits(values, reader)),
    posts: posts?.map((values) => reader.objectOf<Post>(values)),
  };
}

/** As it is to stand on disk. */
export const flockForm = ({ sample, turns, ...row }: FlockRow): Sampled<FlockRow> => ({
  row,
  samples: samplesOf(sample, turns),
});

/** The same again. */
export function readFlock(stored: Sampled<FlockRow> | FlockRow): FlockRow {
  if (!('samples' in stored)) return stored;
  const { sample, posts: turns } = readSamples<Turn>(stored.samples);
  return { ...stored.row, sample, ...(turns && { turns }) };
}

/** As it is to stand on disk. */
export const pageForm = ({ sample, words, ...row }: PageRow): Sampled<PageRow> => ({
  row,
  samples: samplesOf(sample, words),
});

/** The same again. */
export function readPage(stored: Sampled<PageRow> | PageRow): PageRow {
  if (!('samples' in stored)) return stored;
  const { sample, posts: words } = readSamples<WordedPost>(stored.samples);
  return { ...stored.row, sample, ...(words && { words }) };
}
