/**
 * The log with pseudonyms in place of all identifiers, line by line, so that every format has them without knowing of it.
 *
 * Replaced: ids of accounts and posts (a post's id also tells its time to the millisecond), handles of now and before, names, links,
 * mentions, coders, names that the engine made of texts. Left out: pictures and banners, sentences of findings. Searched for
 * identifiers: texts, bios, places, notes, hashtags, pages, apps. Kept: times, counts, languages, verdicts and their figures.
 *
 * Times are kept because rhythm is what the data is about; with its exact time and text a public post can be found again. So
 * texts can be left out, too (`textless.ts`).
 */
import type { AccountRow, PostRow } from '../log';
import type { Finding, Label, Verdict } from '../model';
import type { Keyed } from '../pseudonyms/keyed';
import type { Scrub } from '../pseudonyms/scrub';

export interface Disguise {
  readonly account: (row: AccountRow) => AccountRow;
  readonly post: (row: PostRow) => PostRow;
  readonly verdict: (verdict: Verdict) => Verdict;
  readonly findingOf: (finding: Finding) => Finding;
  readonly label: (label: Label) => Label;
  /** A label's value, or another word of the codebook. */
  readonly codeword: (word: string) => string;
}

/** Words of the codebook that every project has. */
const COMMON: ReadonlySet<string> = new Set(['spam', 'not-spam', 'unsure', 'genuine', 'neither', '']);

/** Sets a field only where there was one. */
const mapped = <Name extends string, From, To>(name: Name, value: From | undefined, map: (value: From) => To) =>
  (value === undefined ? {} : { [name]: map(value) }) as { readonly [N in Name]?: To };

/** '' is the site saying that there is none, and stays. */
const unlessEmpty = (map: (text: string) => string) => (text: string) => (text === '' ? '' : map(text));

/** @param apps names of apps that many use: nobody's own */
export function openDisguise(keyed: Keyed, scrub: Scrub, apps: ReadonlySet<string>): Disguise {
  const free = unlessEmpty(scrub.text);
  const codeword = (word: string) => (COMMON.has(word) ? word : free(word));
  const app = (name: string) => (apps.has(name) ? name : free(name));
  // What it says may name an app, a host, hashtags.
  const findingOf = ({ said: _said, postIds, ...rest }: Finding): Finding => ({
    ...rest,
    sentence: '',
    postIds: postIds.map(keyed.post),
  });

  return {
    codeword,
    findingOf,
    account({ id, handle, handleKey: _key, name, bio, avatarUrl, bannerUrl, location, website, handles, ...rest }) {
      return {
        ...rest,
        id: keyed.account(id),
        ...mapped('handle', handle, unlessEmpty(keyed.handle)),
        ...mapped('name', name, unlessEmpty(keyed.name)),
        ...mapped('bio', bio, free),
        ...mapped('location', location, free),
        ...mapped('website', website, unlessEmpty(keyed.link)),
        // Whether there is a picture is a trait of the profile; which one is nobody's business.
        ...(avatarUrl === '' ? { avatarUrl } : {}),
        ...(bannerUrl === '' ? { bannerUrl } : {}),
        handles: handles.map((one) => ({ ...one, handle: keyed.handle(one.handle) })),
      };
    },
    post({
      id,
      authorId,
      text,
      client,
      conversationId,
      replyTo,
      quoteOf,
      repostOf,
      links,
      hashtags,
      mentions,
      pages,
      ...rest
    }) {
      return {
        ...rest,
        id: keyed.post(id),
        authorId: keyed.account(authorId),
        text: free(text),
        ...mapped('client', client, app),
        ...mapped('conversationId', conversationId, keyed.post),
        ...mapped('replyTo', replyTo, ({ postId, accountId }) => ({
          ...mapped('postId', postId, keyed.post),
          ...mapped('accountId', accountId, keyed.account),
        })),
        ...mapped('quoteOf', quoteOf, keyed.post),
        ...mapped('repostOf', repostOf, keyed.post),
        links: links.map(keyed.link),
        hashtags: hashtags.map(scrub.hashtag),
        mentions: mentions.map(keyed.handle),
        pages: pages.map(scrub.page),
        ...mapped('textKey', rest.textKey, keyed.key),
      };
    },
    verdict: ({ accountId, findings, flockId, ...rest }) => ({
      ...rest,
      accountId: keyed.account(accountId),
      ...mapped('flockId', flockId, keyed.key),
      findings: findings.map(findingOf),
      counterEvidence: [],
      // None: or the empty sentences of the findings would be listed.
      unknowns: [],
    }),
    label: ({ id, accountId, value, note, coder, postId, ...rest }) => ({
      ...rest,
      id: keyed.key(id),
      accountId: keyed.account(accountId),
      value: codeword(value),
      note: free(note),
      coder: unlessEmpty(keyed.coder)(coder),
      ...mapped('postId', postId, keyed.post),
    }),
  };
}
