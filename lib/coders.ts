/** What several coders said of the same accounts, whoever kept it: the log's own labels, and files of others. */
import { type Agreement, type Alpha, cohensKappa, type Kappa, krippendorffsAlpha } from './agreement';
import { standingLabels } from './labels';
import type { AccountId, Label } from './model';

/** Is it this coder's? One of no name was given here, before there was one. */
export const isOwn = ({ coder }: Label, own: string): boolean => coder === own || coder === '';

/** One coder's standing labels. `name` is unique among the coders compared. */
export interface Coder {
  readonly name: string;
  readonly labels: ReadonlyMap<AccountId, Label>;
}

/**
 * The coders of one source. A file without names, or with a name that another source has as well, is told by its own.
 * @param source name of a file, or of the log itself
 * @param taken names there are already
 */
export function codersOf(labels: readonly Label[], source: string, taken: ReadonlySet<string>): readonly Coder[] {
  const names = [...new Set(labels.map(({ coder }) => coder))].toSorted();
  const used = new Set(taken);
  return names.map((coder) => {
    const plain = coder || source;
    let name = used.has(plain) && plain !== source ? `${plain} (${source})` : plain;
    for (let n = 2; used.has(name); n++) name = `${plain} (${n})`;
    used.add(name);
    return { name, labels: standingLabels(labels.filter((label) => label.coder === coder)) };
  });
}

export interface PairOfCoders {
  readonly first: string;
  readonly second: string;
  readonly agreement: Agreement<Kappa>;
}

export interface Disagreement {
  readonly accountId: AccountId;
  /** Who said what, in the order of the coders; those who said nothing are left out. */
  readonly said: readonly { readonly coder: string; readonly value: string; readonly note: string }[];
}

export interface Comparison {
  readonly pairs: readonly PairOfCoders[];
  readonly alpha: Agreement<Alpha>;
  readonly disagreements: readonly Disagreement[];
}

export function compareCoders(coders: readonly Coder[]): Comparison {
  const pairs = coders.flatMap((first, i) =>
    coders.slice(i + 1).map((second): PairOfCoders => {
      const both = [...first.labels].flatMap(([id, { value }]) => {
        const other = second.labels.get(id)?.value;
        return other === undefined ? [] : [[value, other] as const];
      });
      return { first: first.name, second: second.name, agreement: cohensKappa(both) };
    }),
  );
  const ids = [...new Set(coders.flatMap(({ labels }) => [...labels.keys()]))].toSorted();
  const units = ids.map((accountId) => ({
    accountId,
    said: coders.flatMap(({ name, labels }) => {
      const label = labels.get(accountId);
      return label ? [{ coder: name, value: label.value, note: label.note }] : [];
    }),
  }));
  return {
    pairs,
    alpha: krippendorffsAlpha(units.map(({ said }) => said.map(({ value }) => value))),
    disagreements: units.filter(({ said }) => new Set(said.map(({ value }) => value)).size > 1),
  };
}
