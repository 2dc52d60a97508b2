/**
 * Targets that the engine misses today, on some seeds or on all, and why. The evaluation reports each and fails on it all the same; only
 * `--allow-known`, which the tests use to guard what is met, lets these pass. A line goes when its target is met.
 */
const KNOWN: readonly { readonly measure: RegExp; readonly why: string }[] = [
  {
    measure: /^families: worst recall/,
    why: 'custom-client: bought accounts, times like people’s, one app. Copied texts and one app are all there is to see, and genuine subscribers of prayer apps, and whoever shares from an app of verses or quotes, show the same; a badge on them would be the worse error.',
  },
  {
    measure: /^families: error of the hashtag’s share, mean/,
    why: 'The share of custom-client, which is not found.',
  },
  {
    measure: /^families with a rhythm, neither source nor created_at: recall, mean/,
    why: 'on-the-clock posts as genuine schedulers do, and half of two-campaigns’ choirs at times like people’s: without dates and apps nothing but text is left. Of jittered-bursts those are missed whose turn was seen too seldom.',
  },
];

export const isKnownMiss = (measure: string): boolean => KNOWN.some((one) => one.measure.test(measure));
