/** What people told and did: labels, dismissals; when what was seen: sightings; whom an account follows. */
import type { Dismissal } from '../../log';
import type { Sighting } from '../../model';
import type { Table } from '../field';
import type { LabelLine } from '../lines';
import type { Follows } from '../whole-log';

export const labelTable: Table<LabelLine> = {
  name: 'labels',
  about: 'All labels ever given, oldest first.',
  key: ['id'],
  fields: [
    { name: 'account_id', type: 'id', about: 'The account that was labelled.', value: ({ label }) => label.accountId },
    { name: 'handle', type: 'text', about: 'Its handle now.', value: ({ handle }) => handle },
    { name: 'label', type: 'text', about: 'Key of the label in the codebook.', value: ({ label }) => label.value },
    { name: 'note', type: 'text', about: 'Note of the coder.', value: ({ label }) => label.note },
    { name: 'coder', type: 'text', about: 'Who gave it.', value: ({ label }) => label.coder },
    { name: 'at', type: 'time', about: 'When.', value: ({ label }) => label.atMs },
    { name: 'post_id', type: 'id', about: 'The post that prompted it.', value: ({ label }) => label.postId },
    {
      name: 'retracted_at',
      type: 'time',
      about: 'When it was taken back: it counts no more.',
      value: ({ label }) => label.retractedAtMs,
    },
    { name: 'id', type: 'id', about: 'Names the label itself.', value: ({ label }) => label.id },
  ],
};

export const dismissalTable: Table<Dismissal> = {
  judged: true,
  name: 'dismissals',
  about: 'Accounts for which a person said “never badge”, or took it back.',
  key: ['account_id'],
  fields: [
    { name: 'account_id', type: 'id', about: 'The account.', value: (row) => row.accountId },
    { name: 'dismissed', type: 'flag', about: 'Never badge it; false: taken back.', value: (row) => row.dismissed },
    { name: 'at', type: 'time', about: 'When it was said.', value: (row) => row.atMs },
  ],
};

export const sightingTable: Table<Sighting> = {
  name: 'sightings',
  about: 'Which posts were loaded, or really seen on the screen, on which page at what time: one line a response.',
  key: ['key'],
  fields: [
    { name: 'key', type: 'id', about: 'Names the sighting.', value: (row) => row.key },
    { name: 'how', type: 'text', about: 'loaded, or seen on the screen.', value: (row) => row.how },
    { name: 'page', type: 'text', about: 'Page, e.g. hashtag:egypt.', value: (row) => row.pageKey },
    { name: 'tab', type: 'text', about: 'Tab of the page: top, latest, …', value: (row) => row.tab },
    { name: 'at', type: 'time', about: 'When.', value: (row) => row.atMs },
    { name: 'posts', type: 'list', about: 'Ids of the posts, as they stood.', value: (row) => row.postIds },
  ],
};

export const followsTable: Table<Follows> = {
  name: 'follows',
  about: 'Whom an account follows, as far as a person opened that list; a sample of it is kept.',
  key: ['account_id'],
  fields: [
    { name: 'account_id', type: 'id', about: 'The account.', value: (row) => row.accountId },
    { name: 'follows', type: 'list', about: 'Ids of accounts it follows.', value: (row) => row.accountIds },
  ],
};
