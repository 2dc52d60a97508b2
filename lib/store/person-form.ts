/** An account with its evidence and verdict, as it stands in a crowd (`compact.ts`). */
import type { AccountEvidence, SeenPost } from '../flocks/evidence';
import type { AccountRow, Dismissal } from '../log';
import type { Finding, Verdict } from '../model';
import { type Legend, placeIn, type Reader, type Values, valuesOf } from './compact';
import type { PersonRecord } from './schema';

/** A number, or `null` where there is none. */
type Figure = number | null;
/** Id, time, and the places of its kind, its text, its app, its domain and its hashtags; 1 where it talks to somebody. */
type PostForm = readonly [string, number, number, Figure, Figure, Figure, Figure, 1?];
/** Head, figures, what is said, posts (by their place in the evidence where they stand there), 1 where it speaks against, an old sentence. */
type FindingForm = readonly [
  head: number,
  observed: Figure,
  threshold: Figure,
  n: Figure,
  baseline: Figure,
  p: Figure,
  said: Values | null,
  posts: readonly (number | string)[],
  against?: 0 | 1,
  sentence?: string,
];

export interface PersonForm {
  readonly id: string;
  readonly account?: Values;
  readonly evidence?: readonly [Values, readonly PostForm[]];
  readonly verdict?: readonly [Values, readonly FindingForm[]];
  readonly dismissal?: Dismissal;
}

function postForm({ id, atMs, kind, text, client, domain, tags, talks }: SeenPost, legend: Legend): PostForm {
  const said = tags && JSON.stringify(tags);
  const [words, app] = [placeIn(legend, text), placeIn(legend, client)];
  const [host, hashtags] = [placeIn(legend, domain), placeIn(legend, said)];
  const form = [id, atMs, legend.placeOf(kind), words, app, host, hashtags] as const;
  return talks ? [...form, 1] : form;
}

function readPost([id, atMs, kind, text, client, domain, tags, talks]: PostForm, { wordAt }: Reader): SeenPost {
  return {
    id,
    atMs,
    kind: wordAt(kind) as SeenPost['kind'],
    ...(text !== null && { text: wordAt(text) }),
    ...(client !== null && { client: wordAt(client) }),
    ...(domain !== null && { domain: wordAt(domain) }),
    ...(tags !== null && { tags: JSON.parse(wordAt(tags)) }),
    ...(talks && { talks: true }),
  };
}

function findingForm(finding: Finding, legend: Legend, placeOf: ReadonlyMap<string, number>): FindingForm {
  const { fingerprint, version, family, outcome, scope, postIds, said, against, sentence } = finding;
  const form = [
    legend.placeOf(`${fingerprint} ${version} ${family} ${outcome} ${scope}`),
    finding.observed ?? null,
    finding.threshold ?? null,
    finding.n ?? null,
    finding.baseline ?? null,
    finding.p ?? null,
    said ? valuesOf(said, legend) : null,
    postIds.map((id) => placeOf.get(id) ?? id),
  ] as const;
  if (sentence !== undefined) return [...form, against ? 1 : 0, sentence];
  return against ? [...form, 1] : form;
}

function readFinding(form: FindingForm, { wordAt, objectOf }: Reader, posts: readonly SeenPost[]): Finding {
  const [head, observed, threshold, n, baseline, p, said, postIds, against, sentence] = form;
  const [fingerprint, version, family, outcome, scope] = wordAt(head).split(' ');
  return {
    fingerprint: fingerprint!,
    version: Number(version),
    family: family as Finding['family'],
    outcome: outcome as Finding['outcome'],
    scope: scope as Finding['scope'],
    ...(observed !== null && { observed }),
    ...(threshold !== null && { threshold }),
    ...(n !== null && { n }),
    ...(baseline !== null && { baseline }),
    ...(p !== null && { p }),
    ...(said !== null && { said: objectOf<NonNullable<Finding['said']>>(said) }),
    postIds: postIds.map((one) => (typeof one === 'number' ? posts[one]!.id : one)),
    ...(against === 1 && { against: true }),
    ...(sentence !== undefined && { sentence }),
  };
}

/** As it is to stand on disk. */
export function personForm({ id, account, evidence, verdict, dismissal }: PersonRecord, legend: Legend): PersonForm {
  const seen = evidence && { ...evidence, id: undefined, posts: undefined };
  const judged = verdict && { ...verdict, accountId: verdict.accountId === id ? undefined : verdict.accountId };
  const placeOf = new Map(verdict && evidence?.posts.map((post, place) => [post.id, place]));
  return {
    id,
    ...(account && { account: valuesOf(account, legend) }),
    ...(evidence && { evidence: [valuesOf(seen!, legend), evidence.posts.map((post) => postForm(post, legend))] }),
    ...(verdict && {
      verdict: [
        valuesOf({ ...judged, findings: undefined }, legend),
        verdict.findings.map((one) => findingForm(one, legend, placeOf)),
      ],
    }),
    ...(dismissal && { dismissal }),
  };
}

/** The same again. */
export function readPerson({ id, account, evidence, verdict, dismissal }: PersonForm, reader: Reader): PersonRecord {
  const posts = evidence?.[1].map((post) => readPost(post, reader)) ?? [];
  return {
    id,
    ...(account && { account: reader.objectOf<AccountRow>(account) }),
    ...(evidence && {
      evidence: { id, posts, ...reader.objectOf<Omit<AccountEvidence, 'id' | 'posts'>>(evidence[0]) },
    }),
    ...(verdict && {
      verdict: {
        accountId: id,
        ...reader.objectOf<Omit<Verdict, 'accountId' | 'findings'>>(verdict[0]),
        findings: verdict[1].map((one) => readFinding(one, reader, posts)),
      },
    }),
    ...(dismissal && { dismissal }),
  };
}
