/** Markdown tables that also read well in a terminal. */

const width = (text: string): number => [...text].length;

/** Rows of cells under a head; the columns after the first `left` ones are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string {
  const widths = head.map((cell, i) => Math.max(3, width(cell), ...rows.map((row) => width(row[i] ?? ''))));
  const set = (cell: string, i: number) => {
    const space = ' '.repeat((widths[i] ?? 0) - width(cell));
    return i < left ? cell + space : space + cell;
  };
  const line = (row: readonly string[]) => `| ${head.map((_, i) => set(row[i] ?? '', i)).join(' | ')} |`;
  const rule = widths.map((w, i) => (i < left ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A share or a figure with a fixed number of places; “–” where there is none. */
export const fixed = (n: number, places = 3): string => (Number.isNaN(n) ? '–' : n.toFixed(places));

/** A share in percent. */
export const percent = (share: number, places = 2): string =>
  Number.isNaN(share) ? '–' : `${(100 * share).toFixed(places)} %`;
