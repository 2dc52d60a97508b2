/** A source whose lines have become others, whatever table or view they stand in. */
import type { ShareLine, ShareObject } from '../formats/shares';
import type { EdgeLine, FindingLine, FlockLine, Parts } from '../formats/tables';
import type { Follows } from '../formats/whole-log';
import type { HeldPost } from '../formats/zeeschuimer-write';
import type { AccountRow, Dismissal, PostRow } from '../log';
import type { Label, Sighting, Verdict } from '../model';
import type { Source } from './source';

/** What becomes of each. */
export interface LineMaps {
  readonly account: (row: AccountRow) => AccountRow;
  readonly post: (row: PostRow) => PostRow;
  readonly verdict: (verdict: Verdict) => Verdict;
  readonly label: (label: Label) => Label;
  readonly handle: (handle: string) => string;
  readonly sighting: (line: Sighting) => Sighting;
  readonly dismissal: (line: Dismissal) => Dismissal;
  readonly follows: (line: Follows) => Follows;
  readonly finding: (line: FindingLine) => FindingLine;
  readonly flock: (line: FlockLine) => FlockLine;
  /** Its handles are mapped apart. */
  readonly edge: (line: EdgeLine) => EdgeLine;
  readonly share: (line: ShareLine, what: ShareObject) => ShareLine;
  readonly page: (key: string) => string;
}

const same = <Line>(line: Line): Line => line;
/** All lines stay as they are. */
export const unchanged: LineMaps = {
  account: same,
  post: same,
  verdict: same,
  label: same,
  handle: same,
  sighting: same,
  dismissal: same,
  follows: same,
  finding: same,
  flock: same,
  edge: same,
  share: same,
  page: same,
};

async function* mapParts<From, To>(parts: Parts<From>, map: (line: From) => To): AsyncGenerator<readonly To[]> {
  for await (const part of parts) yield part.map(map);
}

export function mapSource(source: Source, maps: LineMaps): Source {
  const handle = (value: string | undefined) => (value === undefined ? undefined : maps.handle(value));
  const held = ({ post, author }: HeldPost): HeldPost => ({
    post: maps.post(post),
    ...(author ? { author: maps.account(author) } : {}),
  });
  return {
    accounts: () =>
      mapParts(source.accounts(), ({ account, verdict, label, ...rest }) => ({
        ...rest,
        account: maps.account(account),
        ...(verdict ? { verdict: maps.verdict(verdict) } : {}),
        ...(label ? { label: maps.label(label) } : {}),
      })),
    posts: () =>
      mapParts(source.posts(), ({ post, authorHandle }) => ({
        post: maps.post(post),
        ...(authorHandle === undefined ? {} : { authorHandle: maps.handle(authorHandle) }),
      })),
    labels: () =>
      mapParts(source.labels(), ({ label, handle }) => ({
        label: maps.label(label),
        ...(handle === undefined ? {} : { handle: maps.handle(handle) }),
      })),
    sightings: () => mapParts(source.sightings(), maps.sighting),
    dismissals: () => mapParts(source.dismissals(), maps.dismissal),
    follows: () => mapParts(source.follows(), maps.follows),
    findings: () => mapParts(source.findings(), maps.finding),
    flocks: () => mapParts(source.flocks(), maps.flock),
    edges: () =>
      mapParts(source.edges(), (line) => ({
        ...maps.edge(line),
        handles: [handle(line.handles[0]), handle(line.handles[1])] as const,
      })),
    shares: (what) => mapParts(source.shares(what), (line) => maps.share(line, what)),
    captured: () =>
      mapParts(source.captured(), ({ post, author, seen, reposted, quoted }) => ({
        ...held(author ? { post, author } : { post }),
        ...(seen ? { seen: { ...seen, pageKey: maps.page(seen.pageKey) } } : {}),
        ...(reposted ? { reposted: held(reposted) } : {}),
        ...(quoted ? { quoted: held(quoted) } : {}),
      })),
  };
}
