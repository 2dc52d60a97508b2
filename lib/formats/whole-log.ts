/**
 * The log as a file holds it whole: the kinds of records, and their fields. NDJSON, JSON and the data package are three ways to
 * write the same records, and what is read back from any of them is checked here. A record is the log's own row without what
 * the engine makes itself (verdicts, flocks, texts, tallies): importing makes that anew.
 *
 * As everywhere: ids are strings of digits, times are `…Ms` (milliseconds since 1970, UTC), an absent field is unknown, '' is
 * the site saying that there is none.
 *
 * A file begins with its `header`. Accounts come before posts, and posts before the sightings that name them, but no reader may
 * depend on it. Kinds not named here (`finding`, `flock`, `edge`) tell what the engine made of the log; a reader leaves them out.
 */
import * as v from 'valibot';
import type { AccountRow, Dismissal, PostRow } from '../log';
import type { Label, Sighting } from '../model';

/** What `header.format` says, and the version of the fields below. */
export const WHOLE_LOG = 'flockmark-log';
export const WHOLE_LOG_VERSION = 1;

const Id = v.pipe(v.string(), v.regex(/^\d{1,20}$/, 'no id of X'));
const TimeMs = v.pipe(v.number(), v.finite());
const Count = v.pipe(v.number(), v.finite(), v.minValue(0));
const Text = v.string();
const Texts = v.array(Text);

/** The first record: what wrote the file, when, and what it leaves out. */
export const HeaderRecord = v.object({
  format: v.literal(WHOLE_LOG),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  writtenAtMs: TimeMs,
  /** Versions of the engine and the settings that judged. */
  engine: v.number(),
  settings: v.number(),
  /** Ids, handles, names and links are keyed hashes: such a file can be read, not imported. */
  pseudonymised: v.boolean(),
  /** Texts, bios and notes are in. */
  texts: v.boolean(),
  /** Made for a coder who works blind: nothing that was judged is in, and no other coder's label. */
  blind: v.optional(v.boolean()),
  /** The filter in words of the address, where the file holds a part of the log. */
  filter: v.optional(Text),
  /** Records of each kind that follow, as counted when the file was begun. */
  counts: v.optional(v.record(v.string(), Count)),
});

export const AccountRecord = v.object({
  id: Id,
  handle: v.optional(Text),
  name: v.optional(Text),
  createdAtMs: v.optional(TimeMs),
  followers: v.optional(Count),
  following: v.optional(Count),
  posts: v.optional(Count),
  media: v.optional(Count),
  likes: v.optional(Count),
  bio: v.optional(Text),
  avatarUrl: v.optional(Text),
  defaultAvatar: v.optional(v.boolean()),
  bannerUrl: v.optional(Text),
  location: v.optional(Text),
  website: v.optional(Text),
  verified: v.optional(v.boolean()),
  basedIn: v.optional(Text),
  firstSeenMs: TimeMs,
  lastSeenMs: TimeMs,
  handles: v.array(v.object({ handle: Text, untilMs: TimeMs })),
  counts: v.array(
    v.object({
      atMs: TimeMs,
      followers: v.optional(Count),
      following: v.optional(Count),
      posts: v.optional(Count),
    }),
  ),
});

export const PostRecord = v.object({
  id: Id,
  authorId: Id,
  createdAtMs: TimeMs,
  text: Text,
  lang: v.optional(Text),
  client: v.optional(Text),
  conversationId: v.optional(Id),
  replyTo: v.optional(v.object({ postId: v.optional(Id), accountId: v.optional(Id) })),
  quoteOf: v.optional(Id),
  repostOf: v.optional(Id),
  links: Texts,
  hashtags: Texts,
  mentions: Texts,
  /** Keys of the pages on which it was loaded. */
  pages: Texts,
});

export const SightingRecord = v.object({
  key: Text,
  how: v.picklist(['loaded', 'seen']),
  pageKey: Text,
  tab: v.picklist(['top', 'latest', 'people', 'media', 'lists', 'none']),
  atMs: TimeMs,
  postIds: v.array(Id),
});

export const LabelRecord = v.object({
  id: Text,
  accountId: Id,
  value: Text,
  note: Text,
  coder: Text,
  atMs: TimeMs,
  postId: v.optional(Id),
  retractedAtMs: v.optional(TimeMs),
});

export const DismissalRecord = v.object({ accountId: Id, dismissed: v.boolean(), atMs: TimeMs });

/** Whom an account follows, as far as a person opened that list; the log keeps a sample. */
export const FollowsRecord = v.object({ accountId: Id, accountIds: v.array(Id) });

/**
 * The project: codebook and other choices of the desk, as `lib/desk-settings.ts` checks them. The key of the pseudonyms is never
 * among them.
 */
export const ProjectRecord = v.object({
  id: v.optional(Text),
  title: v.optional(Text),
  codebook: v.optional(v.unknown()),
  settings: v.optional(v.unknown()),
});

/** Kinds of records, each with its check; `kind` names it in NDJSON, the plural names its list in JSON. */
export const records = {
  header: HeaderRecord,
  project: ProjectRecord,
  account: AccountRecord,
  follows: FollowsRecord,
  post: PostRecord,
  sighting: SightingRecord,
  label: LabelRecord,
  dismissal: DismissalRecord,
} as const;
export type RecordKind = keyof typeof records;

export type Header = v.InferOutput<typeof HeaderRecord>;
export type Project = v.InferOutput<typeof ProjectRecord>;
export type Follows = v.InferOutput<typeof FollowsRecord>;

/** Where a kind's records stand in JSON (one record a line) and in the data package (`<list>.csv`, see `datapackage-rows.ts`). */
export const listOf = {
  account: 'accounts',
  follows: 'follows',
  post: 'posts',
  sighting: 'sightings',
  label: 'labels',
  dismissal: 'dismissals',
} as const satisfies Partial<Record<RecordKind, string>>;
export type ListKind = keyof typeof listOf;

/** What the engine finds again from the rest, and is not written. */
export const accountRecord = ({ handleKey: _key, ...account }: AccountRow): v.InferInput<typeof AccountRecord> =>
  account as v.InferInput<typeof AccountRecord>;
export const postRecord = ({ textKey: _key, ...post }: PostRow): v.InferInput<typeof PostRecord> =>
  post as v.InferInput<typeof PostRecord>;

// The compiler says so when the log's rows have a field that no file would hold.
type Missing<Row, Schema extends v.GenericSchema> = Exclude<keyof Row, keyof v.InferOutput<Schema>>;
type Complete<Name extends never> = Name;
export type Checked = [
  Complete<Missing<Omit<AccountRow, 'handleKey'>, typeof AccountRecord>>,
  Complete<Missing<Omit<PostRow, 'textKey'>, typeof PostRecord>>,
  Complete<Missing<Sighting, typeof SightingRecord>>,
  Complete<Missing<Label, typeof LabelRecord>>,
  Complete<Missing<Dismissal, typeof DismissalRecord>>,
];
