/** What the engine found: findings, flocks, and the ties between their accounts. Made anew from the rest by an import. */
import type { Finding, Level } from '../../model';
import { sentenceOf } from '../../sentences';
import type { Table } from '../field';

export interface FindingLine {
  readonly accountId: string;
  readonly level: Level;
  readonly finding: Finding;
}

export interface FlockLine {
  readonly id: string;
  readonly accounts: number;
  readonly posts: number;
  readonly texts: number;
  /** Pairs of its accounts that share enough texts to be tied; the edges hold the strongest of them. */
  readonly pairs: number;
}

/** Two accounts of a flock and what ties them. */
export interface EdgeLine {
  readonly flock: string;
  readonly accounts: readonly [string, string];
  readonly handles: readonly [string | undefined, string | undefined];
  readonly ties: readonly TieLine[];
}

/** One text that both posted, with the two posts nearest in time, in the order of the accounts. */
export interface TieLine {
  /** Names the text; near-same ones have one name. */
  readonly text: string;
  readonly posts: readonly [string, string];
  readonly atMs: readonly [number, number];
  /** The text, by one of its posts; a file holds how it begins. */
  readonly excerpt?: string;
}

/** Letters of a text that stand on an edge. */
const EXCERPT = 140;

/** An edge as a file holds it. Cut here and not before: half a handle would not be known for one. */
export const edgeRecord = (line: EdgeLine): EdgeLine => ({
  ...line,
  ties: line.ties.map(({ excerpt, ...tie }) =>
    excerpt === undefined
      ? tie
      : {
          ...tie,
          excerpt: Array.from(excerpt.slice(0, 2 * EXCERPT))
            .slice(0, EXCERPT)
            .join(''),
        },
  ),
});

/** A finding as a file holds it: with its sentence in English. */
export function findingRecord({ accountId, level, finding }: FindingLine): object {
  const { said: _said, postIds, ...rest } = finding;
  return { accountId, level, ...rest, sentence: sentenceOf(finding), postIds };
}

export const findingTable: Table<FindingLine> = {
  judged: true,
  name: 'findings',
  about: 'What each fingerprint says of each account: one line a finding.',
  key: ['account_id', 'fingerprint'],
  fields: [
    { name: 'account_id', type: 'id', about: 'The account.', value: (line) => line.accountId },
    { name: 'level', type: 'text', about: 'Verdict on the account.', value: (line) => line.level },
    { name: 'fingerprint', type: 'text', about: 'Id of the fingerprint.', value: ({ finding }) => finding.fingerprint },
    { name: 'version', type: 'count', about: 'Its version.', value: ({ finding }) => finding.version },
    { name: 'family', type: 'text', about: 'text, cadence, dates, else.', value: ({ finding }) => finding.family },
    { name: 'outcome', type: 'text', about: 'match, no-match, …', value: ({ finding }) => finding.outcome },
    { name: 'scope', type: 'text', about: 'own posts, or flock only.', value: ({ finding }) => finding.scope },
    { name: 'observed', type: 'number', about: 'The figure observed.', value: ({ finding }) => finding.observed },
    { name: 'threshold', type: 'number', about: 'From where it matches.', value: ({ finding }) => finding.threshold },
    { name: 'n', type: 'number', about: 'How many were counted.', value: ({ finding }) => finding.n },
    {
      name: 'baseline',
      type: 'number',
      about: 'The same figure among the other accounts of the page.',
      value: ({ finding }) => finding.baseline,
    },
    { name: 'p', type: 'number', about: 'Chance of it by accident.', value: ({ finding }) => finding.p },
    { name: 'against', type: 'flag', about: 'Speaks for the account.', value: ({ finding }) => finding.against },
    { name: 'sentence', type: 'text', about: 'In plain words.', value: ({ finding }) => sentenceOf(finding) },
    { name: 'posts', type: 'list', about: 'Ids of posts that prove it.', value: ({ finding }) => finding.postIds },
  ],
};

export const flockTable: Table<FlockLine> = {
  judged: true,
  name: 'flocks',
  about: 'Flocks: accounts tied by repeated rare coincidence.',
  key: ['id'],
  fields: [
    { name: 'id', type: 'id', about: 'Names the flock.', value: (row) => row.id },
    { name: 'accounts', type: 'count', about: 'Accounts that stand in it.', value: (row) => row.accounts },
    { name: 'posts', type: 'count', about: 'Their posts of its texts.', value: (row) => row.posts },
    { name: 'texts', type: 'count', about: 'Texts of its pool.', value: (row) => row.texts },
    {
      name: 'pairs',
      type: 'count',
      about: 'Pairs of its accounts that are tied; edges holds the strongest of each account.',
      value: (row) => row.pairs,
    },
  ],
};

export const edgeTable: Table<EdgeLine> = {
  judged: true,
  name: 'edges',
  about: 'Pairs of accounts of one flock that posted the same texts; of each account the strongest ties.',
  key: ['account_a', 'account_b', 'flock'],
  fields: [
    { name: 'flock', type: 'id', about: 'The flock.', value: (line) => line.flock },
    { name: 'account_a', type: 'id', about: 'One account.', value: ({ accounts: [a] }) => a },
    { name: 'account_b', type: 'id', about: 'The other account.', value: ({ accounts: [, b] }) => b },
    { name: 'handle_a', type: 'text', about: 'Handle of the one.', value: ({ handles: [a] }) => a },
    { name: 'handle_b', type: 'text', about: 'Handle of the other.', value: ({ handles: [, b] }) => b },
    { name: 'texts', type: 'count', about: 'Texts that both posted.', value: ({ ties }) => ties.length },
    {
      name: 'ties',
      type: 'json',
      about: 'The texts and the two posts of each that are nearest in time: [{text, posts, atMs, excerpt}].',
      value: (line) => edgeRecord(line).ties,
    },
  ],
};
