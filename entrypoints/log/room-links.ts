/** The row of rooms, with how much is in each. */
import type { RoomLink } from '@/components/log-shell';
import type { DeskContext } from './room';
import { rooms } from './rooms';

export const roomLinks = ({ followed, eyes, words, link }: DeskContext): readonly RoomLink[] =>
  rooms.flatMap(({ id, title, hidden, judged, total }) => {
    const rows = followed && !(eyes.blind && judged) ? total?.(followed, eyes) : undefined;
    return hidden
      ? []
      : { id, title: words.say(title), href: link(id), ...(rows === undefined ? {} : { total: rows }) };
  });
