/**
 * A text without what tells whose it is: links, addresses of mail, @mentions, long numbers, and every word or run of words that is the
 * handle or name of an account of the log, each replaced by its pseudonym. All else stays as written, so that copies of one text
 * remain copies of one text. Handles are found in any case, in full-width letters, and with invisible marks glued to them.
 *
 * What it cannot know: a person described in other words, a nickname, a handle of another site.
 */
import { foldHashtag } from '../text/fold';
import { handleForm, type Keyed, UNSEEN } from './keyed';
import { type Known, LONG_DIGITS } from './known';

const U = `[${UNSEEN}]*`;
const HANDLE = `(?:[A-Za-z0-9_\\uff10-\\uff19\\uff21-\\uff3a\\uff3f\\uff41-\\uff5a]${U})+`;
const HOSTS =
  'com|net|org|info|biz|me|ly|co|io|tv|be|gl|gd|gg|app|dev|link|site|online|xyz|sa|ae|eg|qa|kw|bh|om|jo|iq|ir|tr|uk|us|de|fr|es|jp|in|ru';
/** What is replaced as it stands, whoever it names. */
const PLAIN = new RegExp(
  [
    `(?<mail>[^\\s@＠<>()"]{1,64}[@＠][^\\s@＠<>()"]{1,99}\\.[^\\s@＠<>()",]{1,99})`,
    `(?<link>(?:[a-z][a-z0-9+.-]{0,20}:\\/\\/|www\\.)[^\\s<>"]+|(?<![\\p{L}\\p{N}])(?:[\\w-]{1,63}\\.){1,8}(?:(?:${HOSTS})(?![\\p{L}\\p{N}])(?:[/?#:][^\\s<>"]*)?|[a-z]{2,}\\/[^\\s<>"]*))`,
    `(?<mention>[@＠]${U}${HANDLE})`,
    `(?<digits>(?:\\p{Nd}${U}){${LONG_DIGITS},})`,
  ].join('|'),
  'giu',
);
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}_${UNSEEN}]+`, 'gu');
/** Operators of a search that name an account, a post, a list. */
const OPERATOR = /(?<!\S)(-?(?:from|to|list|url|[a-z_]+_id):)(\S+)/gi;
/** A handle may stand right beside a word of another script. */
const LATIN = new RegExp(HANDLE, 'g');

export interface Scrub {
  /** A text without identifiers. */
  readonly text: (text: string) => string;
  /** A hashtag without them; the hashtags of the log's own pages stay. */
  readonly hashtag: (hashtag: string) => string;
  /** The key of a page. */
  readonly page: (key: string) => string;
}

export function openScrub(keyed: Keyed, known: Known): Scrub {
  const isTopic = (word: string) => known.topics.has(foldHashtag(word));

  function plain(match: string, groups: Readonly<Record<string, string | undefined>>): string {
    if (groups.mention !== undefined) return `@${keyed.handle(groups.mention.slice(1).replace(/^[@＠]/, ''))}`;
    if (groups.digits !== undefined) return keyed.digits(handleForm(match));
    // A sign after a link belongs to the sentence.
    const link = match.replace(/[.,;:!?)'»،؛؟…]+$/u, '');
    return keyed.link(link) + match.slice(link.length);
  }

  function single(word: string): string | undefined {
    const form = handleForm(word);
    if (known.handles.has(form)) return keyed.handle(form);
    return known.ids.has(form) ? keyed.digits(form) : undefined;
  }

  /** Handles inside a word of mixed scripts, and names in scripts that part no words. */
  function inside(word: string): string {
    const replaced = word.replace(LATIN, (run) => single(run) ?? run);
    if (known.dense.size === 0) return replaced;
    let out = '';
    for (let at = 0; at < replaced.length; ) {
      const name = known.dense.get(replaced.charAt(at))?.find((one) => replaced.startsWith(one, at));
      out += name === undefined ? replaced.charAt(at) : keyed.name(name);
      at += name?.length ?? 1;
    }
    return out;
  }

  /** The longest name that begins with this word, as the number of words it takes. */
  function nameAt(forms: readonly string[], at: number): number {
    const names = known.names.get(forms[at]!);
    return names?.find((name) => name.every((word, i) => forms[at + i] === word))?.length ?? 0;
  }

  function words(text: string): string {
    const found = [...text.matchAll(WORD)];
    const forms = found.map(([word]) => handleForm(word));
    let [out, from] = ['', 0];
    for (let i = 0; i < found.length; ) {
      const { 0: word, index } = found[i]!;
      out += text.slice(from, index);
      const isTag = '#＃'.includes(text.charAt(index - 1) || ' ') && isTopic(word);
      const taken = isTag ? 0 : nameAt(forms, i);
      const last = found[i + Math.max(taken, 1) - 1]!;
      from = last.index + last[0].length;
      if (taken > 0) out += keyed.name(forms.slice(i, i + taken).join(' '));
      else out += isTag ? word : (single(word) ?? inside(word));
      i += Math.max(taken, 1);
    }
    return out + text.slice(from);
  }

  function text(whole: string): string {
    let [out, from] = ['', 0];
    for (const match of whole.matchAll(PLAIN)) {
      out += words(whole.slice(from, match.index)) + plain(match[0], match.groups ?? {});
      from = match.index + match[0].length;
    }
    return out + words(whole.slice(from));
  }

  const hashtag = (tag: string) => (isTopic(tag) ? tag : text(tag));
  return {
    text,
    hashtag,
    page(key) {
      const [, kind = '', rest = ''] = /^(\w+):(.*)$/s.exec(key) ?? [];
      if (kind === 'hashtag') return `hashtag:${hashtag(rest)}`;
      if (kind === 'profile') return `profile:${keyed.handle(rest)}`;
      if (kind === 'post') return `post:${keyed.post(rest)}`;
      if (kind === 'list') return `list:${keyed.digits(rest)}`;
      if (kind === 'search') return `search:${search(rest)}`;
      return text(key);
    },
  };

  /** `from:`, `to:` and their like name an account without an @. */
  function search(query: string): string {
    let [out, from] = ['', 0];
    for (const { 0: all, 1: operator = '', 2: value = '', index } of query.matchAll(OPERATOR)) {
      out += text(query.slice(from, index)) + operator + keyed.handle(value);
      from = index + all.length;
    }
    return out + text(query.slice(from));
  }
}
