/** Made-up pages where everything meets: few accounts, few texts that touch one another, moments close together. */
import fc from 'fast-check';
import type { Capture, Post } from '../../../lib/model';
import { DAY_MS, idOf, type Story, story } from '../story';
import { captureOf } from '../world';

export const handles = ['ann', 'bob', 'cyd', 'dov', 'eve', 'fay', 'gus'];
const two = (n: number) => String(n).padStart(2, '0');

const line = (texts: number) =>
  fc
    .record({
      by: fc.constantFrom(...handles),
      text: fc.nat(texts).map((n) => `text${n}`),
      variant: fc.constantFrom(0, 0, 0, 1, 2, 3),
      hour: fc.integer({ min: 10, max: 11 }),
      second: fc.nat(16),
      how: fc.constantFrom('', '', '', '', ' goes on', ' replies to @ann', ' replies to @bob'),
      client: fc.constantFrom('', ' via TweetDeck', ' via Twitter for iPhone'),
    })
    .map(
      ({ by, text, variant, hour, second, how, client }) =>
        `@${by}${how}: ${text}${variant ? `~${variant}` : ''} at ${hour}:00:${two(second)}${client}`,
    );

const told = fc
  .integer({ min: 3, max: 20 })
  .chain((n) => fc.array(line(n), { minLength: 12, maxLength: 40 }))
  .map((lines) => {
    const joined = handles.map((one, i) => `@${one} joined 2014-0${i + 1}-11`);
    return talking(story([...joined, ...lines].join('\n')));
  });

/** Some name the first account, by its handle, its id, its posts, as people do. */
function talking({ posts, accounts }: Story): Story {
  const of = posts.find(({ authorId }) => authorId === idOf('ann'))?.id ?? '1';
  const talk = (post: Post, i: number): Post => {
    if (i % 4 === 0) return { ...post, text: `@Ann ${post.text}`, mentions: ['Ann'] };
    if (i % 7 === 0) return { ...post, quoteOf: of, links: [`https://plain.example/ann/status/${of}`] };
    if (i % 11 === 0) return { ...post, text: '', repostOf: of, conversationId: of };
    if (i % 13 === 0) return { ...post, text: `RT @ann: ${post.text}` };
    return post;
  };
  return {
    posts: posts.map(talk),
    accounts: accounts.map((one, i) => ({
      ...one,
      name: `${one.handle} Example`,
      bio: i % 3 === 0 ? '' : 'with @ann',
    })),
  };
}

/** In captures of a few posts, on two pages, some of them on both, in any order. */
const ways = (whole: Story) =>
  fc
    .tuple(
      fc.shuffledSubarray([...whole.posts.keys()], { minLength: whole.posts.length }),
      fc.array(fc.nat(whole.posts.length - 1), { maxLength: 8 }),
      fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), page: fc.constantFrom('bread', 'milk') }), {
        minLength: 1,
        maxLength: 8,
      }),
    )
    .map(([order, again, cuts]) => {
      const captures: Capture[] = [];
      const all = [...order, ...again];
      for (let at = 0; at < all.length; ) {
        const { size, page } = cuts[captures.length % cuts.length]!;
        const posts = all.slice(at, at + size).map((i) => whole.posts[i]!);
        const accounts = whole.accounts.filter(({ id }) => posts.some((one) => one.authorId === id));
        captures.push(captureOf({ posts, accounts }, { page, atMs: DAY_MS + 86_400_000 + captures.length * 1000 }));
        at += size;
      }
      return captures;
    });

/** Captures of a page or two. */
export const pages = told.chain(ways);
