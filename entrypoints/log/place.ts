/** Where in the log page one is: `#/<room id>?<filter and the room's own>`. */
import { formatQuery, parseQuery } from '@/lib/desk/query';
import { type Filter, filterPairs, readFilter, unjudged } from '@/lib/filter';
import type { Eyes } from '@/lib/views';
import type { DeskContext } from './room';

export interface Place {
  readonly room: string;
  readonly filter: Filter;
  /** The room's own part. */
  readonly query: string;
}

/**
 * @param hash with its `#`; an empty one names no room (`''`)
 * @param eyes blind ones are not told by a filter what was judged
 */
export function readPlace(hash: string, { blind }: Pick<Eyes, 'blind'>): Place {
  const [, room = '', query = ''] = /^#\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const { filter, rest } = readFilter(query);
  return { room, filter: blind ? unjudged(filter) : filter, query: formatQuery(rest) };
}

export function hashOf({ room, filter, query }: Place): string {
  const all = formatQuery([...filterPairs(filter), ...parseQuery(query)]);
  return `#/${room}${all === '' ? '' : `?${all}`}`;
}

/** What a room can ask of the address and do with it. @param go puts another address in its place */
export function placeOf(
  place: Place,
  go: (hash: string, how?: 'push' | 'replace') => void,
): Pick<DeskContext, 'query' | 'setQuery' | 'selection' | 'select' | 'link'> {
  return {
    query: place.query,
    setQuery: (query, how) => go(hashOf({ ...place, query }), how),
    selection: () => place.filter,
    select: (filter, how) => go(hashOf({ ...place, filter }), how),
    link: (room, query = '', filter = place.filter) => hashOf({ room, query, filter }),
  };
}
