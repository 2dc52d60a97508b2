/** What the page shows of X's JSON. The stand-in's own reading, apart from the extension's parser on purpose. */

type Json = Record<string, unknown>;

export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly verified: boolean;
}

export interface Shown {
  readonly id: string;
  readonly author: Person;
  readonly text: string;
  readonly lang: string;
  readonly createdAtMs: number;
  readonly promoted: boolean;
  readonly focal: boolean;
  readonly links: readonly { readonly short: string; readonly shown: string; readonly target: string }[];
  readonly figures: {
    readonly replies: number;
    readonly reposts: number;
    readonly likes: number;
    readonly views: number;
  };
  readonly repostedBy?: Person;
  readonly replyingTo?: string;
  readonly quoted?: Shown;
}

export interface Loaded {
  readonly posts: readonly Shown[];
  readonly cursor?: string;
}

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Json)[key] : undefined),
    value,
  );
const str = (value: unknown): string => (typeof value === 'string' ? value : '');
const num = (value: unknown): number => (typeof value === 'number' ? value : Number(str(value)) || 0);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The posts and the next cursor of any timeline response. Throws on text that is not JSON. */
export function readTimeline(body: unknown, focalId?: string): Loaded {
  const people = new Map<string, Person>();
  const instructions: unknown[] = [];
  walk(body, people, instructions);
  const entries = instructions.flatMap((one) => [...list(at(one, 'entries')), ...[at(one, 'entry')].filter(Boolean)]);
  const contents = entries.flatMap((entry) => {
    const items = list(at(entry, 'content', 'items')).map((item) => at(item, 'item', 'itemContent'));
    return [...items, at(entry, 'content', 'itemContent')].filter(Boolean);
  });
  const posts = contents.flatMap((content) => {
    const node = at(content, 'tweet_results', 'result');
    const promoted = at(content, 'promotedMetadata') !== undefined;
    const post = node === undefined ? undefined : readPost(node, people, promoted, focalId);
    return post ? [post] : [];
  });
  const bottom = entries.find((entry) => at(entry, 'content', 'cursorType') === 'Bottom');
  const cursor = str(at(bottom, 'content', 'value'));
  return { posts, ...(cursor ? { cursor } : {}) };
}

function walk(node: unknown, people: Map<string, Person>, instructions: unknown[]): void {
  if (Array.isArray(node)) for (const inner of node) walk(inner, people, instructions);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const user = readPerson(node);
  if (user) people.set(user.id, user);
  for (const [key, inner] of Object.entries(node)) {
    if (key === 'instructions') instructions.push(...list(inner));
    walk(inner, people, instructions);
  }
}

function readPerson(node: unknown): Person | undefined {
  if (at(node, '__typename') !== 'User') return undefined;
  const handle = str(at(node, 'core', 'screen_name')) || str(at(node, 'legacy', 'screen_name'));
  const name = str(at(node, 'core', 'name')) || str(at(node, 'legacy', 'name'));
  return handle
    ? { id: str(at(node, 'rest_id')), handle, name, verified: at(node, 'is_blue_verified') === true }
    : undefined;
}

function readPost(
  node: unknown,
  people: ReadonlyMap<string, Person>,
  promoted: boolean,
  focalId?: string,
): Shown | undefined {
  const legacy = at(node, 'legacy');
  const author = people.get(str(at(node, 'core', 'user_results', 'result', 'rest_id')));
  if (!author) return undefined;
  const original = at(legacy, 'retweeted_status_result', 'result');
  if (original !== undefined) {
    const shown = readPost(original, people, promoted, focalId);
    return shown ? { ...shown, repostedBy: author } : undefined;
  }
  const id = str(at(node, 'rest_id'));
  const note = at(node, 'note_tweet', 'note_tweet_results', 'result');
  const quoted = at(node, 'quoted_status_result', 'result');
  const quote = quoted === undefined ? undefined : readPost(quoted, people, false);
  const replyingTo = str(at(legacy, 'in_reply_to_screen_name'));
  const urls = [...list(at(legacy, 'entities', 'urls')), ...list(at(note, 'entity_set', 'urls'))];
  return {
    id,
    author,
    text: str(at(note, 'text')) || str(at(legacy, 'full_text')),
    lang: str(at(legacy, 'lang')),
    createdAtMs: Date.parse(str(at(legacy, 'created_at'))),
    promoted,
    focal: id === focalId,
    links: urls.map((url) => ({
      short: str(at(url, 'url')),
      shown: str(at(url, 'display_url')),
      target: str(at(url, 'expanded_url')),
    })),
    figures: {
      replies: num(at(legacy, 'reply_count')),
      reposts: num(at(legacy, 'retweet_count')),
      likes: num(at(legacy, 'favorite_count')),
      views: num(at(node, 'views', 'count')),
    },
    ...(replyingTo ? { replyingTo } : {}),
    ...(quote ? { quoted: quote } : {}),
  };
}
