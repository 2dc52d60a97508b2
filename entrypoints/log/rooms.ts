/** The rooms of the log page, in the order of the row: one line each. The first is where one comes in. */
import { accountRoom } from './account-room';
import { careRoom } from './care/care-room';
import { exportRoom } from './export/export-room';
import { flockRoom } from './flock-room';
import { importRoom } from './import/import-room';
import { readPlace } from './place';
import { postRoom } from './post-room';
import { qualityRoom } from './quality/quality-room';
import type { Room } from './room';
import { accountsRoom, flocksRoom, labelsRoom, postsRoom } from './table-rooms';

export type { DeskContext, Room } from './room';

// A room a line: several hands add to it.
// biome-ignore format: so that two of them do not meet
export const rooms: readonly Room[] = [
  accountsRoom,
  postsRoom,
  flocksRoom,
  labelsRoom,
  qualityRoom,
  exportRoom,
  importRoom,
  careRoom,
  accountRoom,
  postRoom,
  flockRoom,
];

/** The room that an address names, or the first. */
export const roomAt = (hash: string): Room => {
  const { room } = readPlace(hash, { blind: true });
  return rooms.find(({ id }) => id === room) ?? rooms[0]!;
};
