/** The rooms of the log page, in the order of the row: one line each. The first is where one comes in. */
import { exportRoom } from './export/export-room';
import { importRoom } from './import/import-room';
import { qualityRoom } from './quality/quality-room';
import type { Room } from './room';
import { accountsRoom, labelsRoom, postsRoom } from './table-rooms';

export type { DeskContext, Room } from './room';

export const rooms: readonly Room[] = [accountsRoom, postsRoom, labelsRoom, qualityRoom, exportRoom, importRoom];
