/** Where Flockmark runs, as manifest match patterns. Apart from the parser, so that the tap can name it and stay small. */
export const matches: readonly string[] = [
  'x.com',
  'www.x.com',
  'mobile.x.com',
  'twitter.com',
  'www.twitter.com',
  'mobile.twitter.com',
].map((host) => `https://${host}/*`);
