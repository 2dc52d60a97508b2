/** Which texts stand under which root and in which flock's pool: what the indexes of groups would answer. */
import type { GroupRecord } from './schema';

export interface KnownGroups {
  has(key: string): boolean;
  /** Keys of the groups with this root. */
  ofRoot(root: string): readonly string[];
  ofFlock(flockId: string): readonly string[];
  note(group: GroupRecord): void;
}

export function knownGroups(): KnownGroups {
  const known = new Map<string, Pick<GroupRecord, 'root' | 'flock'>>();
  const [byRoot, byFlock] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  function move(index: Map<string, Set<string>>, key: string, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) index.get(from)?.delete(key);
    if (to === undefined) return;
    const keys = index.get(to) ?? new Set();
    index.set(to, keys.add(key));
  }
  return {
    has: (key) => known.has(key),
    ofRoot: (root) => [...(byRoot.get(root) ?? [])].toSorted(),
    ofFlock: (flockId) => [...(byFlock.get(flockId) ?? [])].toSorted(),
    note({ key, root, flock }) {
      const before = known.get(key);
      move(byRoot, key, before?.root, root);
      move(byFlock, key, before?.flock, flock);
      known.set(key, flock === undefined ? { root } : { root, flock });
    },
  };
}
