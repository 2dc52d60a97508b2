import { expect, test } from 'vitest';
import { type Cell, type Column, csvHead, csvLines } from '@/lib/formats/csv';
import { csvColumns } from '@/lib/formats/field';
import { tables } from '@/lib/formats/tables';

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
