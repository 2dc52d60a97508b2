/**
 * Targets that the engine misses today, and why. The evaluation reports each and fails on it all the same; only
 * `--allow-known`, which the tests use to guard what is met, lets these pass. A line goes when its target is met.
 */
const KNOWN: readonly { readonly measure: RegExp; readonly why: string }[] = [
  {
    measure: /^families: worst recall/,
    why: 'custom-client: bought accounts, times like people’s, one app. Copied texts and one app are all there is to see, and genuine subscribers of prayer apps show the same; a badge on them would be the worse error.',
  },
  {
    measure: /^families: error of the hashtag’s share, mean/,
    why: 'The share of custom-client, which is not found.',
  },
  {
    measure: /^families with a rhythm, neither source nor created_at: recall, mean/,
    why: 'jittered-bursts (2–20 s) and on-the-clock have no pauses that a queue alone makes; without dates and apps nothing but text is left.',
  },
];

export const isKnownMiss = (measure: string): boolean => KNOWN.some((one) => one.measure.test(measure));
