/** Where in the log page one is: `#/<room id>?<filter and the room's own>`. */
import { formatQuery, parseQuery } from '@/lib/desk/query';
import { type Filter, filterPairs, readFilter } from '@/lib/filter';

export interface Place {
  readonly room: string;
  readonly filter: Filter;
  /** The room's own part. */
  readonly query: string;
}

/** @param hash with its `#`; an empty one names no room (`''`). */
export function readPlace(hash: string): Place {
  const [, room = '', query = ''] = /^#\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const { filter, rest } = readFilter(query);
  return { room, filter, query: formatQuery(rest) };
}

export function hashOf({ room, filter, query }: Place): string {
  const all = formatQuery([...filterPairs(filter), ...parseQuery(query)]);
  return `#/${room}${all === '' ? '' : `?${all}`}`;
}
