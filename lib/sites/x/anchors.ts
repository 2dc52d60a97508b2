/**
 * Where things stand in X's page: the only place that knows X's `data-testid`s. Everything here only reads.
 *
 * Each anchor is a list of selectors, newest first, with the time it was last seen to work. The first that finds something
 * is used. A change of X's markup is one dated line here, and a fixture in `test/lib/sites/x/anchors.test.ts`.
 */

interface Alternative {
  /** Year and month this was last seen in X's page. */
  readonly seen: string;
  readonly selector: string;
}
type Anchor = readonly Alternative[];

const ARTICLE: Anchor = [
  { seen: '2025-10', selector: 'article[data-testid="tweet"]' },
  // Not yet needed: what is left if X drops its test ids. A notification has another id and is no post.
  { seen: '2025-10', selector: 'article[role="article"]:not([data-testid])' },
];
const NAME: Anchor = [
  { seen: '2025-10', selector: '[data-testid="User-Name"]' },
  { seen: '2022-11', selector: '[data-testid="User-Names"]' },
];
const COLUMN: Anchor = [
  { seen: '2025-10', selector: '[data-testid="primaryColumn"]' },
  { seen: '2025-10', selector: 'main[role="main"]' },
];
/** A quoted post is a link as a whole, and has no links inside. */
const QUOTED = 'div[role="link"]';

/** Attributes whose change can make a post another post. */
export const telltaleAttributes: readonly string[] = ['href', 'data-testid', 'role'];

export type PageTheme = 'light' | 'dark';

/** One post as it stands in the page at this moment. Nodes are re-used: read again rather than keep. */
export interface ArticleReading {
  /** Author's handle as in the first link of the name; a repost's author is the original one. */
  readonly handle: string;
  /** The element that holds the author's name, handle and time: where a badge goes. */
  readonly nameSlot: Element;
  /** Absent in promoted posts, which have no time. */
  readonly postId?: string;
  /** The post a page is about: its time stands below the text instead of beside the name. */
  readonly isFocal: boolean;
  readonly isEdited: boolean;
}

const union = (anchor: Anchor): string => anchor.map(({ selector }) => selector).join(',');
const ARTICLES = union(ARTICLE);

function findAll(root: ParentNode, anchor: Anchor): readonly Element[] {
  for (const { selector } of anchor) {
    const found = root.querySelectorAll(selector);
    if (found.length > 0) return [...found];
  }
  return [];
}

function findFirst(root: ParentNode, anchor: Anchor): Element | undefined {
  for (const { selector } of anchor) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return undefined;
}

/** Is this inside a post that the article quotes? */
const isQuoted = (element: Element, article: Element): boolean => {
  const quote = element.parentElement?.closest(QUOTED);
  return quote !== null && quote !== undefined && article.contains(quote);
};

const HANDLE_PATH = /^(?:https:\/\/[^/]+)?\/(\w{1,20})\/?$/;
const STATUS_PATH = /\/status\/(\d{1,20})(\/history)?(?:[/?#]|$)/;

/** Posts at or below this node. */
export function articlesIn(node: Node): readonly Element[] {
  if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return [];
  const root = node as Element | Document | DocumentFragment;
  if ('matches' in root && root.matches(ARTICLES)) return [root];
  return findAll(root, ARTICLE);
}

/** The post that this node is part of. */
export function articleOf(node: Node): Element | undefined {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element?.closest(ARTICLES) ?? undefined;
}

/** Reads whose post this is; `undefined` where the author's place is not found. */
export function readArticle(article: Element): ArticleReading | undefined {
  const nameSlot = findAll(article, NAME).find((slot) => !isQuoted(slot, article));
  const handle = HANDLE_PATH.exec(nameSlot?.querySelector('a[href]')?.getAttribute('href') ?? '')?.[1];
  if (nameSlot === undefined || handle === undefined) return undefined;
  for (const time of article.querySelectorAll('a[href] time')) {
    if (isQuoted(time, article)) continue;
    const status = STATUS_PATH.exec(time.closest('a')?.getAttribute('href') ?? '');
    if (status?.[1] === undefined) continue;
    const isEdited = status[2] !== undefined;
    return { handle, nameSlot, postId: status[1], isFocal: !nameSlot.contains(time), isEdited };
  }
  return { handle, nameSlot, isFocal: false, isEdited: false };
}

/** The column with the timeline; `undefined` before it is drawn. */
export function primaryColumn(document: Document): Element | undefined {
  return findFirst(document, COLUMN);
}

/** The post that X's own `j` and `k` keys, or Tab, have come to. */
export function focusedArticle(document: Document): Element | undefined {
  return document.activeElement ? articleOf(document.activeElement) : undefined;
}

/**
 * Lower edge, in CSS pixels from the viewport's top, of the header that X keeps in place while one scrolls; 0 if none,
 * `undefined` if it cannot be told (the column is not at the window's top, or inert below a dialog).
 */
export function stickyHeaderBottom(column: Element): number | undefined {
  const document = column.ownerDocument;
  const { left, width } = column.getBoundingClientRect();
  let isHit = false;
  for (const top of document.elementsFromPoint?.(left + width / 2, 1) ?? []) {
    if (!column.contains(top) || top === column) continue;
    isHit = true;
    for (let element: Element | null = top; element !== null && element !== column; element = element.parentElement) {
      const { position } = getComputedStyle(element);
      if (position === 'sticky' || position === 'fixed') return Math.max(0, element.getBoundingClientRect().bottom);
    }
  }
  return isHit ? 0 : undefined;
}

/** X sets its own theme, whatever the system's: the luminance (sRGB weights) of the page's background tells it. */
export function pageBackground(document: Document): PageTheme {
  for (const element of [document.body, document.documentElement]) {
    if (element === null) continue;
    const [r, g, b, alpha = 1] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (r === undefined || g === undefined || b === undefined || alpha === 0) continue;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128 ? 'dark' : 'light';
  }
  return 'light';
}
