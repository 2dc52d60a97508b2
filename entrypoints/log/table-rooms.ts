/** The tables of the log page. */
import { accountColumns } from '@/components/account-columns';
import { flockColumns } from '@/components/flock-columns';
import { labelColumns } from '@/components/label-columns';
import { postColumns } from '@/components/post-columns';
import type { Room } from './room';
import { tableRoom } from './table-room';

export const postsRoom = tableRoom({
  table: 'posts',
  title: 'log_posts',
  columns: postColumns,
  sort: { by: 'time', down: true },
  rowsIn: ({ ofPosts }) => ofPosts,
  rowHeight: 52,
  open: ({ id }, desk) => desk.link('post', `id=${id}`),
});
export const accountsRoom = tableRoom({
  table: 'accounts',
  title: 'log_accounts',
  columns: accountColumns,
  sort: { by: 'level', down: true },
  blindSort: { by: 'seen', down: true },
  rowsIn: ({ ofAccounts }) => ofAccounts,
  rowHeight: 52,
  open: ({ id }, desk) => desk.link('account', `id=${id}`),
});
export const flocksRoom: Room = {
  ...tableRoom({
    table: 'flocks',
    title: 'log_flocks',
    columns: flockColumns,
    sort: { by: 'accounts', down: true },
    rowsIn: ({ flocks }) => flocks,
    rowHeight: 52,
    open: ({ id }, desk) => desk.link('flock', `id=${encodeURIComponent(id)}`),
  }),
  judged: true,
};
export const labelsRoom = tableRoom({
  table: 'labels',
  title: 'log_labels',
  columns: labelColumns,
  sort: { by: 'time', down: true },
  rowsIn: ({ labels }) => labels,
  ofOthers: true,
  rowHeight: 52,
  open: ({ account }, desk) => desk.link('account', `id=${account.id}`),
});
