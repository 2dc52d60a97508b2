/**
 * A row of a data package's CSV as the record it was written from: the way back of `tables/`. Cells are as a CSV reader gives
 * them; what is left out here (level, flock, findings …) the engine finds again. Whether the record is sound, `whole-log.ts` checks.
 */
import { unguarded } from './csv';
import { type ListKind, listOf } from './whole-log';

type Cells = Readonly<Record<string, string | undefined>>;
type Read = (cell: string) => unknown;

const text: Read = unguarded;
const id: Read = (cell) => cell;
const count: Read = (cell) => Number(cell);
const flag: Read = (cell) => (cell === 'true' ? true : cell === 'false' ? false : cell);
const time: Read = (cell) => Date.parse(cell);
/** What is no JSON stays text, and the check says so. */
const json: Read = (cell) => {
  try {
    return JSON.parse(unguarded(cell)) as unknown;
  } catch {
    return cell;
  }
};

/** Field of the record by name of the column, with how its cell is read. */
const columns: { readonly [Kind in ListKind]: Readonly<Record<string, readonly [field: string, read: Read]>> } = {
  account: {
    id: ['id', id],
    handle: ['handle', text],
    name: ['name', text],
    created_at: ['createdAtMs', time],
    followers: ['followers', count],
    following: ['following', count],
    posts: ['posts', count],
    media: ['media', count],
    likes: ['likes', count],
    bio: ['bio', text],
    avatar_url: ['avatarUrl', text],
    default_avatar: ['defaultAvatar', flag],
    banner_url: ['bannerUrl', text],
    location: ['location', text],
    website: ['website', text],
    verified: ['verified', flag],
    based_in: ['basedIn', text],
    first_seen: ['firstSeenMs', time],
    last_seen: ['lastSeenMs', time],
    earlier_handles: ['handles', json],
    counts_history: ['counts', json],
  },
  follows: { account_id: ['accountId', id], follows: ['accountIds', json] },
  post: {
    id: ['id', id],
    author_id: ['authorId', id],
    created_at: ['createdAtMs', time],
    text: ['text', text],
    lang: ['lang', text],
    client: ['client', text],
    conversation_id: ['conversationId', id],
    quote_of: ['quoteOf', id],
    repost_of: ['repostOf', id],
    links: ['links', json],
    hashtags: ['hashtags', json],
    mentions: ['mentions', json],
    pages: ['pages', json],
  },
  sighting: {
    key: ['key', id],
    how: ['how', text],
    page: ['pageKey', text],
    tab: ['tab', text],
    at: ['atMs', time],
    posts: ['postIds', json],
  },
  label: {
    id: ['id', id],
    account_id: ['accountId', id],
    label: ['value', text],
    note: ['note', text],
    coder: ['coder', text],
    at: ['atMs', time],
    post_id: ['postId', id],
    retracted_at: ['retractedAtMs', time],
  },
  dismissal: { account_id: ['accountId', id], dismissed: ['dismissed', flag], at: ['atMs', time] },
};

/** Texts that a record always has: an empty cell is an empty text. */
const always: { readonly [Kind in ListKind]?: readonly string[] } = { post: ['text'], label: ['note', 'coder'] };

/** The kind whose rows this file of the package holds; `undefined` for what the engine makes anew, and what is no table. */
export const kindOfFile = (name: string): ListKind | undefined =>
  (Object.keys(listOf) as ListKind[]).find((kind) => `${listOf[kind]}.csv` === name);

/** @param cells by name of the column; an empty cell is unknown */
export function recordOfRow(
  kind: ListKind,
  cells: Cells,
): { readonly kind: ListKind } & Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = {};
  for (const field of always[kind] ?? []) record[field] = '';
  for (const [column, [field, read]] of Object.entries(columns[kind])) {
    const cell = cells[column];
    if (cell !== undefined && cell !== '') record[field] = read(cell);
  }
  const said = cells.said_empty ? json(cells.said_empty) : [];
  for (const field of Array.isArray(said) ? said : []) record[String(field)] = '';
  if (kind === 'post') Object.assign(record, replyOf(cells));
  return { ...record, kind };
}

function replyOf({ reply_to_post: postId, reply_to_account: accountId }: Cells): object {
  if (!postId && !accountId) return {};
  return { replyTo: { ...(postId ? { postId } : {}), ...(accountId ? { accountId } : {}) } };
}
