/** The log's shelves and questions over one session's records. */
import Dexie from 'dexie';
import { isOwn } from '../coders';
import type { Log, PostedText } from '../log';
import { authorsOfTexts, postShelf, postsWithText } from './bundles';
import { personShelf } from './people';
import { plainShelf } from './plain';
import type { Session } from './session';
import { textShelf } from './sheets';

const LAST = Dexie.maxKey;
type Atomically = Log['atomically'];
const nested = () => Promise.reject(new Error('a unit of work inside a unit of work'));

export function logOver({ rows, people, bands, sayings, textPlaces, postPlaces, knows }: Session): Log {
  const { bundles, sheets, groups, flocks, labels } = rows;
  /** What answers in place of the indexes, which know only what has been sent to the disk. */
  const known = () => (knows?.isTrue() ? knows : undefined);
  const texts = textShelf(sheets, groups, textPlaces, bands.texts, known);
  return {
    shelves: {
      accounts: personShelf(people, 'account'),
      evidence: personShelf(people, 'evidence'),
      verdicts: personShelf(people, 'verdict'),
      dismissals: personShelf(people, 'dismissal'),
      posts: postShelf(bundles, postPlaces, sayings, () => known()?.bundleOf),
      texts,
      sightings: plainShelf('sightings', rows.sightings),
      links: plainShelf('links', rows.links),
      flocks: plainShelf('flocks', flocks),
      pages: plainShelf('pages', rows.pages),
      labels: plainShelf('labels', labels),
      counters: plainShelf('counters', rows.counters),
      meta: plainShelf('meta', rows.meta),
    },
    textsNear: (bands, most) => texts.near([...new Set(bands)], most),
    textKeysInGroup: texts.inGroup,
    async textsOf(flockId) {
      const keysInFlock = () => {
        groups.flush();
        return groups.table.where('flock').equals(flockId).primaryKeys();
      };
      const keys = known()?.groups.ofFlock(flockId) ?? (await keysInFlock());
      return (await texts.get(keys)).filter((row) => row !== undefined);
    },
    async authorsOf(textKeys) {
      const asked = [...new Set(textKeys)];
      const inMind = known()?.texts;
      const authors = inMind ? asked.flatMap(inMind.authorsOf) : await authorsOfTexts(bundles, sayings, asked);
      return [...new Set(authors)].toSorted();
    },
    async postsOf(textKeys) {
      bundles.flush();
      const posted: PostedText[] = [];
      // One text after the other, so that the records of one alone are in memory at a time.
      for (const key of new Set(textKeys)) posted.push(...(await postsWithText(bundles, sayings, key)));
      return posted;
    },
    membersOf: people.inFlock,
    flocksAfter: (id, limit) => plainShelf('flocks', flocks).scan(id, limit),
    async pendingFlocks(most) {
      flocks.flush();
      // A flock's record is large and mostly held: the index tells which.
      const ids = await flocks.table.where('pending').equals(1).limit(most).primaryKeys();
      return (await flocks.get(ids)).filter((flock) => flock !== undefined);
    },
    async labelsOf(accountIds, own) {
      labels.flush();
      const newest = async (id: string) => {
        const given = labels.table.where('[accountId+atMs]').between([id, Dexie.minKey], [id, LAST]);
        const standing = (await labels.read(given)).filter((label) => label.retractedAtMs === undefined);
        return standing.findLast((label) => own === undefined || isOwn(label, own));
      };
      return Promise.all(accountIds.map(newest));
    },
    async accountByHandle(handles) {
      const keys = handles.map((handle) => handle.toLowerCase());
      const found = await people.withHandle(keys);
      // Two accounts on one handle happen (one renamed): the one seen last holds it now.
      const newest = found
        .flatMap(({ account }) => account ?? [])
        .toSorted((a, b) => a.lastSeenMs - b.lastSeenMs || (a.id < b.id ? -1 : 1));
      const byKey = new Map(newest.map((row) => [row.handleKey, row]));
      return keys.map((key) => byKey.get(key));
    },
    dropOlder: people.dropOlder,
    tidy: async () => (await bands.texts.tidy()) || bands.handles.tidy(),
    atomically: nested satisfies Atomically,
    reading: nested satisfies Atomically,
  };
}
