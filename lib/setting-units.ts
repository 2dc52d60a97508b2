/** What each threshold of the settings counts in, so that a page can say it. The compiler asks for every one. */
import type { Settings } from './settings';

export type Unit =
  | 'count'
  /** 0…1, said in per cent. */
  | 'share'
  /** Milliseconds, said in seconds. */
  | 'time'
  /** A number of days, or some. */
  | 'days'
  /** A probability, said as one in so many. */
  | 'chance'
  /** So many times as much. */
  | 'times'
  | 'names';

/** What is switched off is a list of names, and no threshold. */
type Groups = { [G in Exclude<keyof Settings, 'off'> as Settings[G] extends object ? G : never]: Settings[G] };
export type SettingGroup = keyof Groups;

export const settingUnits: { readonly [G in SettingGroup]: { readonly [K in keyof Groups[G]]: Unit } } = {
  copiedText: {
    minLetters: 'count',
    sameText: 'share',
    minTexts: 'count',
    strongAccounts: 'count',
    weakAccounts: 'count',
  },
  closedPool: { maxRatio: 'share', minPosts: 'count' },
  burstRhythm: {
    maxGapMs: 'time',
    minGaps: 'count',
    minShare: 'share',
    minBursts: 'count',
    maxVariation: 'share',
    silenceMs: 'time',
    flockGaps: 'count',
    flockShortPerBetween: 'count',
    flockMinShare: 'share',
    flockTimesBaseline: 'times',
    maxP: 'chance',
  },
  playlist: { minShared: 'count', minPairs: 'count', maxP: 'chance' },
  phaseLock: {
    minBursts: 'count',
    maxLagSpreadMs: 'time',
    minLagMs: 'time',
    maxP: 'chance',
    clockMs: 'time',
    clockShare: 'share',
  },
  turns: {
    maxLagMs: 'time',
    lagSpreadMs: 'time',
    minAccounts: 'count',
    minShare: 'share',
    timesChance: 'times',
    overDispersion: 'times',
    maxP: 'chance',
    minMates: 'count',
    maxOwnP: 'chance',
    clockShare: 'share',
    most: 'count',
  },
  handOver: { maxGapMs: 'time', minInRow: 'count', maxP: 'chance' },
  creationCluster: {
    windowsDays: 'days',
    overDispersion: 'times',
    maxP: 'chance',
    timesBaseline: 'times',
    maxKsP: 'chance',
    ignoreNewestDays: 'days',
    minAccounts: 'count',
    minBaseline: 'count',
    minShare: 'share',
  },
  cohortCounters: { minAccounts: 'count', maxSpread: 'share' },
  profileShape: { minShare: 'share', maxBaseline: 'share', minAccounts: 'count' },
  oneClient: { minShare: 'share', maxBaseline: 'share', minAccounts: 'count', minBaseline: 'count', common: 'names' },
  oneOutlet: { minShare: 'share', minAccounts: 'count' },
  offTopic: { minTexts: 'count', minPosts: 'count', maxOverlap: 'share', minUsual: 'share' },
  retargeting: { minTags: 'count', minTexts: 'count' },
  isolation: { maxShare: 'share', minPosts: 'count' },
  handleTemplate: { timesBaseline: 'times', minAccounts: 'count' },
  reusedProfile: { sameBio: 'share', minAccounts: 'count', maxBaseline: 'share' },
  followedCore: { minLists: 'count', minCore: 'count', minShare: 'share' },
  standing: { minShare: 'share', maxP: 'chance', minAccounts: 'count', minBaseline: 'count' },
};
