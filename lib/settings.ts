/**
 * Every threshold and window in one place (METHOD §2: starting points). Verdicts carry `version` and are made anew when
 * it changes. Times are in milliseconds.
 */
export interface Settings {
  readonly version: number;
  /** Fingerprints that are switched off, by id: they say so, and nothing they say of a flock counts. It forms all the same. */
  readonly off: readonly string[];
  readonly copiedText: {
    /** Shorter texts prove nothing: letters and digits after folding. */
    readonly minLetters: number;
    /**
     * 4-gram Jaccard from which two texts count as one. METHOD takes 0.80 as a copy and 0.60–0.80 as a template's variant that
     * counts with a second text only; two texts are needed in any case here, and taking variants for one text also keeps
     * templated services (weather, “I signed”) from passing for a pool.
     */
    readonly sameText: number;
    /** Distinct texts an account must share with its flock. */
    readonly minTexts: number;
    readonly strongAccounts: number;
    readonly weakAccounts: number;
  };
  readonly closedPool: { readonly maxRatio: number; readonly minPosts: number };
  readonly burstRhythm: {
    readonly maxGapMs: number;
    readonly minGaps: number;
    readonly minShare: number;
    readonly minBursts: number;
    /** Coefficient of variation of the gaps inside bursts. */
    readonly maxVariation: number;
    /** Gaps between a burst's and this are “neither burst nor silence”. */
    readonly silenceMs: number;
    /** A flock's pooled gaps: this many short ones at least, this many for each one that is neither. */
    readonly flockGaps: number;
    readonly flockShortPerBetween: number;
    /** Where most posts went unseen, a flock's share of short gaps must stand out so far from the page's others. */
    readonly flockMinShare: number;
    readonly flockTimesBaseline: number;
    readonly maxP: number;
  };
  readonly creationCluster: {
    readonly windowsDays: readonly number[];
    readonly overDispersion: number;
    readonly maxP: number;
    readonly timesBaseline: number;
    readonly maxKsP: number;
    readonly ignoreNewestDays: number;
    readonly minAccounts: number;
    readonly minBaseline: number;
    /** Share of the flock's dated accounts that must stand in the windows found. */
    readonly minShare: number;
  };
  readonly oneClient: {
    readonly minShare: number;
    readonly maxBaseline: number;
    readonly minAccounts: number;
    readonly minBaseline: number;
    /** Apps so common that sharing one says nothing. */
    readonly common: readonly string[];
  };
  /** From which share of a flock's accounts with more followers than the others' middle one it counts as established. */
  readonly standing: {
    readonly minShare: number;
    readonly maxP: number;
    readonly minAccounts: number;
    readonly minBaseline: number;
  };
  readonly playlist: { readonly minShared: number; readonly minPairs: number; readonly maxP: number };
  readonly phaseLock: {
    readonly minBursts: number;
    readonly maxLagSpreadMs: number;
    /** Smaller lags are one broadcast (an app that posts for everybody at once), not one queue. */
    readonly minLagMs: number;
    readonly maxP: number;
    /** Bursts that stand so close to full five minutes, nearly all of them, follow the clock. */
    readonly clockMs: number;
    readonly clockShare: number;
  };
  /** Turns in one order, round after round, with lags that vary more than those of accounts in step. */
  readonly turns: {
    /** One account follows another at most so late, and the lag may vary so much. */
    readonly maxLagMs: number;
    readonly lagSpreadMs: number;
    /** Accounts with three bursts; pairs of them in step, for each account and beside what chance would do. */
    readonly minAccounts: number;
    readonly minShare: number;
    readonly timesChance: number;
    readonly overDispersion: number;
    readonly maxP: number;
    /** An account fits where it keeps step with so many others, by chance at most so likely. */
    readonly minMates: number;
    readonly maxOwnP: number;
    readonly clockShare: number;
    /** Accounts compared with one another. */
    readonly most: number;
  };
  readonly handOver: { readonly maxGapMs: number; readonly minInRow: number; readonly maxP: number };
  readonly cohortCounters: { readonly minAccounts: number; readonly maxSpread: number };
  readonly profileShape: { readonly minShare: number; readonly maxBaseline: number; readonly minAccounts: number };
  readonly oneOutlet: { readonly minShare: number; readonly minAccounts: number };
  readonly retargeting: { readonly minTags: number; readonly minTexts: number };
  readonly isolation: { readonly maxShare: number; readonly minPosts: number };
  readonly handleTemplate: { readonly timesBaseline: number; readonly minAccounts: number };
  readonly offTopic: {
    readonly minTexts: number;
    readonly minPosts: number;
    readonly maxOverlap: number;
    readonly minUsual: number;
  };
  readonly followedCore: { readonly minLists: number; readonly minCore: number; readonly minShare: number };
  readonly reusedProfile: { readonly sameBio: number; readonly minAccounts: number; readonly maxBaseline: number };
}

const SECOND = 1000;

export const defaultSettings: Settings = {
  version: 1,
  off: [],
  copiedText: { minLetters: 30, sameText: 0.6, minTexts: 2, strongAccounts: 5, weakAccounts: 3 },
  closedPool: { maxRatio: 0.1, minPosts: 50 },
  burstRhythm: {
    maxGapMs: 10 * SECOND,
    minGaps: 5,
    minShare: 0.6,
    minBursts: 2,
    maxVariation: 0.35,
    silenceMs: 120 * SECOND,
    flockGaps: 10,
    flockShortPerBetween: 4,
    flockMinShare: 0.15,
    flockTimesBaseline: 5,
    maxP: 1e-6,
  },
  creationCluster: {
    windowsDays: [1, 3, 7, 14, 30, 60],
    overDispersion: 5,
    maxP: 1e-6,
    timesBaseline: 3,
    maxKsP: 1e-3,
    ignoreNewestDays: 30,
    minAccounts: 10,
    minBaseline: 10,
    minShare: 0.3,
  },
  oneClient: {
    minShare: 0.95,
    maxBaseline: 0.2,
    minAccounts: 10,
    minBaseline: 10,
    common: [
      'Twitter for iPhone',
      'Twitter for Android',
      'Twitter for iPad',
      'Twitter for Mac',
      'Twitter Web App',
      'Twitter Web Client',
      'Twitter Lite',
      'Mobile Web',
      'Mobile Web (M2)',
      'Mobile Web (M5)',
      'X for iPhone',
      'X for Android',
      'X Web App',
    ],
  },
  standing: { minShare: 0.7, maxP: 0.01, minAccounts: 5, minBaseline: 10 },
  playlist: { minShared: 3, minPairs: 8, maxP: 0.01 },
  phaseLock: {
    minBursts: 3,
    maxLagSpreadMs: 2 * SECOND,
    minLagMs: 3 * SECOND,
    maxP: 1e-5,
    clockMs: 15 * SECOND,
    clockShare: 0.8,
  },
  turns: {
    maxLagMs: 300 * SECOND,
    lagSpreadMs: 30 * SECOND,
    minAccounts: 8,
    minShare: 0.25,
    timesChance: 25,
    overDispersion: 5,
    maxP: 1e-6,
    minMates: 2,
    maxOwnP: 0.003,
    clockShare: 0.8,
    most: 64,
  },
  handOver: { maxGapMs: 10 * SECOND, minInRow: 4, maxP: 1e-4 },
  cohortCounters: { minAccounts: 5, maxSpread: 1 / 3 },
  profileShape: { minShare: 0.9, maxBaseline: 0.3, minAccounts: 5 },
  oneOutlet: { minShare: 0.9, minAccounts: 5 },
  retargeting: { minTags: 2, minTexts: 3 },
  isolation: { maxShare: 0.02, minPosts: 5 },
  handleTemplate: { timesBaseline: 5, minAccounts: 5 },
  offTopic: { minTexts: 2, minPosts: 20, maxOverlap: 0.1, minUsual: 0.5 },
  followedCore: { minLists: 3, minCore: 5, minShare: 0.8 },
  reusedProfile: { sameBio: 0.9, minAccounts: 3, maxBaseline: 0.02 },
};
