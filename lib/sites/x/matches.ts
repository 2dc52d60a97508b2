/** Where Flockmark runs. Apart from the parser, so that the tap can name it and stay small. */
export const matches = [
  'https://x.com/*',
  'https://mobile.x.com/*',
  'https://twitter.com/*',
  'https://mobile.twitter.com/*',
] as const;
