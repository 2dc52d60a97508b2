/** The row of rooms, with how much is in each. */
import type { RoomLink } from '@/components/log-shell';
import type { DeskContext } from './room';
import { rooms } from './rooms';

export const roomLinks = ({ followed, eyes, words, link }: DeskContext): readonly RoomLink[] =>
  rooms.flatMap(({ id, title, hidden, judged, total }) => {
    const isTold = followed !== undefined && total !== undefined && !(eyes.blind && judged);
    return hidden ? [] : { id, title: words.say(title), href: link(id), ...(isTold ? { total: total(followed) } : {}) };
  });
