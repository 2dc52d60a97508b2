/** The ties of all flocks as lines, a flock at a time: its ties are of one moment. */
import { type Edge, tiesOf } from '../flocks/edges';
import type { EdgeLine, Parts } from '../formats/tables';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { handlesOf, scanned } from './scan';

/** Strongest ties of an account that a file holds; all pairs of a flock of 1,700 are 1.4 million. */
export const TIES_KEPT = 20;

const PART = 500;
export async function* edgeLines(log: Log, settings: Settings): Parts<EdgeLine> {
  for await (const flocks of scanned(log, 'flocks')) {
    for (const { id, into } of flocks) if (into === undefined) yield* edgesOfFlock(log, id, settings);
  }
}

async function* edgesOfFlock(log: Log, flock: string, settings: Settings): Parts<EdgeLine> {
  const ties = await log.reading((inside) => tiesOf(inside, flock, settings, { strongest: TIES_KEPT }));
  const handles = await handlesOf(log, ties.accounts);
  const excerpts = new Map<string, string>();
  let part: Edge[] = [];
  for (const edge of ties.edges()) {
    part.push(edge);
    if (part.length < PART) continue;
    yield await linesOf(part);
    part = [];
  }
  yield await linesOf(part);

  async function linesOf(edges: readonly Edge[]): Promise<readonly EdgeLine[]> {
    await readExcerpts(log, edges, excerpts);
    return edges.map(({ accounts, ties }) => ({
      flock,
      accounts,
      handles: [handles.get(accounts[0]), handles.get(accounts[1])],
      ties: ties.map(({ text, posts: [a, b] }) => {
        const excerpt = excerpts.get(text);
        return { text, posts: [a.id, b.id], atMs: [a.atMs, b.atMs], ...(excerpt === undefined ? {} : { excerpt }) };
      }),
    }));
  }
}

/** Each text, by one of its posts: a flock has few texts, however many ties. */
async function readExcerpts(log: Log, edges: readonly Edge[], known: Map<string, string>): Promise<void> {
  const wanted = new Map<string, string>();
  for (const { ties } of edges) for (const { text, posts } of ties) if (!known.has(text)) wanted.set(text, posts[0].id);
  if (wanted.size === 0) return;
  const posts = await log.shelves.posts.get([...wanted.values()]);
  for (const [i, text] of [...wanted.keys()].entries()) {
    const post = posts[i];
    if (post) known.set(text, post.text);
  }
}
