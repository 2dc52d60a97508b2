/** Who stands in which flock: what the indexes of accounts would answer. Somebody may be named who stands there no more: the row tells. */

export interface KnownMembers {
  /** Ids of those who may stand in the flock. */
  of(flockId: string): readonly string[];
  note(id: string, flockId: string | undefined): void;
}

export function knownMembers(): KnownMembers {
  const [flocks, members] = [new Map<string, string>(), new Map<string, Set<string>>()];
  return {
    of: (flockId) => [...(members.get(flockId) ?? [])],
    note(id, flockId) {
      const before = flocks.get(id);
      if (before === flockId) return;
      if (before !== undefined) members.get(before)?.delete(id);
      flocks.delete(id);
      if (flockId === undefined) return;
      flocks.set(id, flockId);
      members.set(flockId, (members.get(flockId) ?? new Set()).add(id));
    },
  };
}
