import { expect, test } from 'vitest';
import { type Cell, type Column, csvHead, csvLines } from '@/lib/formats/csv';
import { csvColumns } from '@/lib/formats/field';
import { type FindingLine, findingRecord, tables } from '@/lib/formats/tables';
import type { Finding } from '@/lib/model';

const accountColumns = csvColumns(tables.accounts.fields);
const postColumns = csvColumns(tables.posts.fields);
const labelColumns = csvColumns(tables.labels.fields);

const cells = <Row>(columns: readonly Column<Row>[], row: Row): Record<string, Cell> =>
  Object.fromEntries(columns.map(({ name, value }) => [name, value(row)]));

const account = {
  id: '11',
  handle: 'amal',
  createdAtMs: 0,
  followers: 0,
  firstSeenMs: 1,
  lastSeenMs: 2,
  handles: [],
  counts: [],
};

test('an account that was never judged: what is unknown stays empty, 0 stays 0', () => {
  const row = cells(accountColumns, { account, dismissed: false, postsSeen: 3 });
  expect(row).toMatchObject({
    id: '11',
    handle: 'amal',
    followers: 0,
    posts_seen: 3,
    created_at: '1970-01-01T00:00:00.000Z',
  });
  expect([row.level, row.following, row.label, row.fingerprints]).toEqual([undefined, undefined, undefined, '']);
});

test('an account with verdict and label', () => {
  const finding = { version: 1, family: 'text', scope: 'own', sentence: 's', postIds: [] } as const;
  const row = cells(accountColumns, {
    account,
    dismissed: true,
    postsSeen: 3,
    verdict: {
      accountId: '11',
      level: 'strong',
      findings: [
        { ...finding, fingerprint: 'copied-text', outcome: 'match' },
        { ...finding, fingerprint: 'one-client', outcome: 'no-match' },
        { ...finding, fingerprint: 'burst-rhythm', outcome: 'match' },
      ],
      flockId: '7',
      flockSize: 42,
      counterEvidence: [],
      unknowns: [],
      engineVersion: 1,
      settingsVersion: 2,
    },
    label: { id: 'x', accountId: '11', value: 'not-spam', note: 'knows her', coder: 'me', atMs: 5 },
  });
  expect(row).toMatchObject({
    level: 'strong',
    fingerprints: 'copied-text; burst-rhythm',
    flock_size: 42,
    label: 'not-spam',
    label_note: 'knows her',
    never_badge: true,
    settings: 2,
  });
});

test('a finding: its sentence in English, in files of rows and of records, also where an earlier version kept it', () => {
  const about = { fingerprint: 'copied-text', version: 1, family: 'text', outcome: 'match', scope: 'own' } as const;
  const line = (finding: Pick<Finding, 'said' | 'sentence'>): FindingLine => ({
    accountId: '11',
    level: 'weak',
    finding: { ...about, ...finding, n: 3, postIds: ['1', '2'] },
  });
  const now = line({ said: { key: 'copied-text/match', texts: 2, others: 1 } });
  const kept = line({ sentence: 'Posts 2 texts, it was said.' });
  const sentence = 'Posts 2 texts that are shared in a pool of texts posted by 1 other account seen here.';
  const columns = csvColumns(tables.findings.fields);
  expect(cells(columns, now)).toMatchObject({ fingerprint: 'copied-text', sentence, n: 3, posts: '1 2' });
  expect(cells(columns, kept).sentence).toBe('Posts 2 texts, it was said.');
  const record = { accountId: '11', level: 'weak', ...about, n: 3, postIds: ['1', '2'] };
  expect(findingRecord(now)).toEqual({ ...record, sentence });
  expect(findingRecord(kept)).toEqual({ ...record, sentence: 'Posts 2 texts, it was said.' });
});

test('what speaks against and what is unknown: the verdict’s own sentences, then those of its findings', () => {
  const finding = { version: 1, family: 'text', scope: 'own', postIds: [] } as const;
  const row = cells(accountColumns, {
    account,
    dismissed: false,
    postsSeen: 3,
    verdict: {
      accountId: '11',
      level: 'none',
      findings: [
        { ...finding, fingerprint: 'retargeting', outcome: 'no-match', said: { key: 'retargeting/no-match' } },
        { ...finding, fingerprint: 'one-client', outcome: 'not-enough-seen', said: { key: 'one-client/unseen' } },
      ],
      counterEvidence: [{ key: 'verdict/own-words', own: 4, posts: 6 }],
      engineVersion: 3,
      settingsVersion: 2,
    },
  });
  expect(JSON.parse(String(row.counter_evidence))).toEqual([
    '4 of 6 posts seen carry none of the texts of its group.',
    'Its shared texts stand under one hashtag, or the same few together.',
  ]);
  expect(JSON.parse(String(row.unknowns))).toEqual(['The app it posts from was not seen.']);
});

test('every line has as many cells as the head', () => {
  const post = {
    id: '1',
    authorId: '11',
    createdAtMs: 0,
    text: 'a, b',
    links: ['u'],
    hashtags: ['x', 'y'],
    mentions: [],
    pages: ['home'],
  };
  const label = { id: 'x', accountId: '11', value: 'spam', note: '', coder: '', atMs: 5 } as const;
  expect(csvLines(postColumns, [{ post }])).toBe(
    '"1","11",,1970-01-01T00:00:00.000Z,"a, b",,,"","","","","",u,x y,,home,\r\n',
  );
  expect(csvLines(labelColumns, [{ label }])).toBe('"11",,spam,,,1970-01-01T00:00:00.005Z,"",,"x"\r\n');
  for (const columns of [accountColumns, postColumns, labelColumns]) {
    const names = csvHead(columns as readonly Column<never>[])
      .trim()
      .split(',');
    expect(new Set(names).size).toBe(columns.length);
  }
});
