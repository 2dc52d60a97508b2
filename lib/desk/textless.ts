/** A source without what people wrote: texts of posts, bios, places, notes, excerpts. Links, hashtags and mentions stay. */
import { mapSource, unchanged } from './map-source';
import type { Source } from './source';

export const textlessSource = (source: Source): Source =>
  mapSource(source, {
    ...unchanged,
    account: ({ bio: _bio, location: _location, ...account }) => account,
    post: (post) => ({ ...post, text: '' }),
    label: (label) => ({ ...label, note: '' }),
    edge: (line) => ({ ...line, ties: line.ties.map(({ excerpt: _excerpt, ...tie }) => tie) }),
  });
