/** Which of many labels holds: a person changes their mind, and two people differ. */
import type { AccountId, Label } from './model';

const isLater = (a: Label, b: Label): boolean => a.atMs > b.atMs || (a.atMs === b.atMs && a.id > b.id);

/** The newest label of each account that was not taken back; of one coder, where a name is given. */
export function standingLabels(labels: Iterable<Label>, coder?: string): ReadonlyMap<AccountId, Label> {
  const standing = new Map<AccountId, Label>();
  for (const label of labels) {
    if (label.retractedAtMs !== undefined || (coder !== undefined && label.coder !== coder)) continue;
    const before = standing.get(label.accountId);
    if (before === undefined || isLater(label, before)) standing.set(label.accountId, label);
  }
  return standing;
}
