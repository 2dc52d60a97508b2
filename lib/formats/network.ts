/**
 * The flocks as a network: an account is a node, an edge ties two accounts of one flock, and bears the texts that both posted with
 * the two posts of each that stand nearest in time. Shared by GEXF and GraphML: opens in Gephi, Cytoscape, igraph, networkx.
 *
 * Nodes: label (handle, or id), name, level, flock, flock_size, posts_seen, followers, following, created_at, coded (label given).
 * Edges: weight (texts in common), flock, posts (`idA idB` of each text, parted by `; `), first_at, last_at, gap_s (the smallest
 * time between two posts of one text, in seconds), excerpts (how the texts begin).
 *
 * A flock of 1,700 accounts has 1.4 million pairs: of each account the strongest ties are written. How many pairs there are in
 * all is told on the graph.
 */
import { isoTime } from './csv';
import { type EdgeLine, edgeRecord, type Lines, type LinesOf } from './tables';

export type Attribute = string | number | boolean | undefined;
export type Attributes = Readonly<Record<string, Attribute>>;
type AttributeType = 'string' | 'int' | 'double';

export const nodeTypes = {
  label: 'string',
  name: 'string',
  level: 'string',
  flock: 'string',
  flock_size: 'int',
  posts_seen: 'int',
  followers: 'int',
  following: 'int',
  created_at: 'string',
  coded: 'string',
} as const satisfies Readonly<Record<string, AttributeType>>;

export const edgeTypes = {
  weight: 'double',
  flock: 'string',
  posts: 'string',
  first_at: 'string',
  last_at: 'string',
  gap_s: 'double',
  excerpts: 'string',
} as const satisfies Readonly<Record<string, AttributeType>>;

/** Excerpts that an edge bears: more would hide the network behind its words. */
const EXCERPTS = 3;

export const nodeAttributes = ({ account, verdict, label, postsSeen }: LinesOf['accounts']) =>
  ({
    label: account.handle === undefined ? account.id : `@${account.handle}`,
    name: account.name,
    level: verdict?.level,
    flock: verdict?.flockId,
    flock_size: verdict?.flockSize,
    posts_seen: postsSeen,
    followers: account.followers,
    following: account.following,
    created_at: isoTime(account.createdAtMs),
    coded: label?.value,
  }) satisfies Record<keyof typeof nodeTypes, Attribute>;

export function edgeAttributes(line: EdgeLine) {
  const { flock, ties } = edgeRecord(line);
  const times = ties.flatMap(({ atMs }) => atMs);
  const excerpts = ties.flatMap(({ excerpt }) => excerpt ?? []);
  return {
    weight: ties.length,
    flock,
    posts: ties.map((tie) => tie.posts.join(' ')).join('; '),
    first_at: isoTime(Math.min(...times)),
    last_at: isoTime(Math.max(...times)),
    gap_s: Math.min(...ties.map(({ atMs: [a, b] }) => Math.abs(a - b))) / 1000,
    excerpts: excerpts.length === 0 ? undefined : excerpts.slice(0, EXCERPTS).join(' ¦ '),
  } satisfies Record<keyof typeof edgeTypes, Attribute>;
}

export interface Network {
  /** Tied pairs in the log; `edges` are those of them that are written. */
  readonly pairs: number;
  readonly edges: number;
  readonly tied: ReadonlySet<string>;
}

/** A first look at the ties: who is tied at all, and how many pairs there are. Keeps an id an account. */
export async function networkOf(lines: Lines): Promise<Network> {
  const tied = new Set<string>();
  let [pairs, edges] = [0, 0];
  for await (const flocks of lines.flocks()) for (const flock of flocks) pairs += flock.pairs;
  for await (const part of lines.edges()) {
    edges += part.length;
    for (const { accounts } of part) for (const id of accounts) tied.add(id);
  }
  return { pairs, edges, tied };
}

/** What the graph says of itself. */
export const told = ({ pairs, edges }: Network): string =>
  `${edges} of ${pairs} tied pairs: the strongest ties of each account. Times are UTC.`;

/** Without what XML cannot hold: control characters, lone halves of characters. Line ends become spaces. */
export const xmlText = (text: string): string =>
  text.replace(/[\t\r\n]+/g, ' ').replace(/\p{Surrogate}|[\p{Cc}\ufffe\uffff]/gu, '\ufffd');
