/** Which page an address is: a hashtag and its tab, a search, a profile. No URL class in the pure part, so by hand. */
import type { Page, PageKind, Tab } from '../../model';
import { foldHashtag } from '../../text/fold';

const ADDRESS = /^https?:\/\/[^/?#]*([^?#]*)(?:\?([^#]*))?/i;
const ID = /^\d{1,20}$/;
const HANDLE = /^\w{1,20}$/;
/** A whole query that is one hashtag, as a click on a tag or a trend makes it. */
const ONE_HASHTAG = /^\(?\s*[#＃]((?:[\p{L}\p{M}\p{N}_\u30fb\u00b7]|\u200c|\u200d)+)\s*\)?$/u;
const TITLE_CAP = 500;
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;

/** First parts of a path that are X's own, not a person's. */
const OWN: ReadonlySet<string> = new Set(
  'about account bookmarks communities compose explore download help i intent jobs lists login logout messages notifications oauth privacy search settings share signup tos who_to_follow'.split(
    ' ',
  ),
);

/** X's names of its tabs, today's and those of before. */
const TABS: Readonly<Record<string, Tab>> = {
  live: 'latest',
  tweets: 'latest',
  user: 'people',
  users: 'people',
  media: 'media',
  image: 'media',
  images: 'media',
  video: 'media',
  videos: 'media',
  list: 'lists',
  lists: 'lists',
};

/** Percent-decoding that never fails: what is no UTF-8 stays as it stands. */
function decode(text: string): string {
  return text.replace(ESCAPES, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function queryOf(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    if (equals < 1) continue;
    const name = decode(part.slice(0, equals));
    if (!values.has(name)) values.set(name, decode(part.slice(equals + 1).replaceAll('+', ' ')));
  }
  return values;
}

const page = (kind: PageKind, key: string, title: string, tab: Tab = 'none'): Page => ({
  key,
  kind,
  tab,
  title: title.slice(0, TITLE_CAP),
});

function hashtagPage(tag: string, tab: Tab): Page {
  const key = foldHashtag(tag).slice(0, TITLE_CAP);
  return key === '' ? page('other', 'other', '') : page('hashtag', `hashtag:${key}`, tag, tab);
}

function searchPage(query: string, tab: Tab): Page {
  const title = query.replace(/\s+/g, ' ').trim();
  const tag = ONE_HASHTAG.exec(title)?.[1];
  if (tag !== undefined) return hashtagPage(tag, tab);
  return page('search', `search:${title.normalize('NFKC').toLowerCase().slice(0, TITLE_CAP)}`, title, tab);
}

/**
 * The page of an address. Anything that is not known, or no address at all, is an `other` page.
 * @param pageUrl the address as the browser shows it
 */
export function pageOf(pageUrl: string): Page {
  const [, path = '', query = ''] = ADDRESS.exec(pageUrl) ?? [];
  const values = queryOf(query);
  const [first = '', second = '', third = '', fourth = ''] = path.split('/').filter(Boolean).map(decode);
  const tab = Object.hasOwn(TABS, values.get('f') ?? '') ? (TABS[values.get('f') ?? ''] ?? 'top') : 'top';
  const own = first.toLowerCase();
  if (own === 'hashtag' && second) return hashtagPage(second.replace(/^[#＃]/, ''), tab);
  if (own === 'search' && values.get('q')?.trim()) return searchPage(values.get('q') ?? '', tab);
  if (own === 'home') return page('home', 'home', 'home');
  if (own === 'i' && second === 'lists' && ID.test(third)) return page('list', `list:${third}`, third);
  if (own === 'i' && second === 'status' && ID.test(third)) return page('post', `post:${third}`, third);
  if (own === 'i' && second === 'web' && third === 'status' && ID.test(fourth))
    return page('post', `post:${fourth}`, fourth);
  // Only the section: what follows may be private, such as the ids of a conversation.
  if (own === 'i') return page('other', HANDLE.test(second) ? `other:i/${second.toLowerCase()}` : 'other', '');
  if (OWN.has(own) || own === 'hashtag') return page('other', `other:${own}`, '');
  if (!HANDLE.test(first)) return page('other', 'other', '');
  if (second === 'status' || second === 'statuses') {
    return ID.test(third) ? page('post', `post:${third}`, third) : page('other', 'other', '');
  }
  return page('profile', `profile:${own}`, first);
}
