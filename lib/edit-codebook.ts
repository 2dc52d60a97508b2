/** Changes of a codebook, each giving a new one; and a codebook as a file. Keys never change, and what was given stays. */
import * as v from 'valibot';
import { type Codebook, CodebookShape, type CodeLabel } from './codebook';
import { paleOn, palette } from './colours';

/** How many labels were given with each key. */
export type Given = ReadonlyMap<string, number>;

/** A key made of a title: unique, of letters and digits in any script. */
export function keyFor(title: string, { labels }: Codebook): string {
  const plain = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  const base = plain === '' ? 'label' : plain;
  const taken = new Set(labels.map(({ key }) => key));
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}

/** A new label at the end, in the first colour that no other has. */
export function addLabel(codebook: Codebook, title: string): Codebook {
  const used = new Set(codebook.labels.map(({ colour }) => colour));
  const colour = palette.find((one) => !used.has(one)) ?? palette[codebook.labels.length % palette.length]!;
  const label: CodeLabel = { key: keyFor(title, codebook), title, description: '', colour, counts: 'neither' };
  return { labels: [...codebook.labels, label] };
}

type Change = { readonly [K in 'title' | 'description' | 'colour' | 'counts' | 'shortcut']?: CodeLabel[K] | undefined };

/** A field given as `undefined` is taken out: no title of its own, no shortcut. */
export function changeLabel({ labels }: Codebook, key: string, change: Change): Codebook {
  const changed = (label: CodeLabel): CodeLabel => {
    const entries = Object.entries({ ...label, ...change }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as unknown as CodeLabel;
  };
  return { labels: labels.map((label) => (label.key === key ? changed(label) : label)) };
}

/** @param by −1 is one place up */
export function moveLabel({ labels }: Codebook, key: string, by: -1 | 1): Codebook {
  const from = labels.findIndex((label) => label.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= labels.length) return { labels };
  const moved = labels.toSpliced(from, 1);
  return { labels: moved.toSpliced(to, 0, labels[from]!) };
}

/** Retired, a label is offered no more and frees its shortcut; what was given stays readable. */
export function retireLabel({ labels }: Codebook, key: string, retired: boolean): Codebook {
  return {
    labels: labels.map((label) => {
      if (label.key !== key) return label;
      const { retired: _was, shortcut, ...rest } = label;
      if (retired) return { ...rest, retired: true };
      return shortcut === undefined ? rest : { ...rest, shortcut };
    }),
  };
}

/** Why a label cannot be deleted: it was given, or it is the last one that is offered. */
export function keepsLabel({ labels }: Codebook, key: string, given: Given): 'given' | 'last' | undefined {
  if ((given.get(key) ?? 0) > 0) return 'given';
  return labels.some((label) => label.key !== key && !label.retired) ? undefined : 'last';
}

export const deleteLabel = ({ labels }: Codebook, key: string): Codebook => ({
  labels: labels.filter((label) => label.key !== key),
});

/** What a codebook's file says it is. */
const KIND = 'flockmark-codebook';

export const codebookFile = (codebook: Codebook): string =>
  `${JSON.stringify({ kind: KIND, version: 1, labels: codebook.labels }, null, 2)}\n`;

export type ReadCodebook =
  | { readonly ok: true; readonly codebook: Codebook }
  | { readonly ok: false; readonly why: 'not-json' }
  /** `where`: the place in the file, such as `labels 3 colour`. */
  | { readonly ok: false; readonly why: 'not-codebook'; readonly where: string }
  | { readonly ok: false; readonly why: 'pale'; readonly key: string; readonly ground: 'light' | 'dark' };

const FileShape = v.object({
  kind: v.optional(v.literal(KIND)),
  version: v.optional(v.literal(1)),
  labels: v.unknown(),
});

/**
 * Reads a codebook's file. Labels of the codebook there was that were given and are not in the file stay, retired: their rows
 * must remain readable. Shortcuts are as in the file; of two that claim one key the first has it.
 */
export function readCodebook(text: string, before: Codebook, given: Given): ReadCodebook {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, why: 'not-json' };
  }
  const file = v.safeParse(FileShape, json);
  const read = file.success ? v.safeParse(CodebookShape, json) : file;
  if (!read.success) {
    const path = v.getDotPath(read.issues[0]) ?? '';
    // People count from one.
    const where = path.replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`).replaceAll('.', ' ');
    return { ok: false, why: 'not-codebook', where };
  }
  const { labels } = read.output as Codebook;
  for (const { key, colour } of labels) {
    const pale = paleOn(colour);
    if (pale) return { ok: false, why: 'pale', key, ground: pale.ground };
  }
  const there = new Set(labels.map(({ key }) => key));
  const left = before.labels.filter(({ key }) => !there.has(key) && (given.get(key) ?? 0) > 0);
  const kept = retireAll(left);
  return { ok: true, codebook: { labels: [...labels, ...kept] } };
}

const retireAll = (labels: readonly CodeLabel[]): readonly CodeLabel[] =>
  labels.map(({ shortcut: _free, ...label }) => ({ ...label, retired: true as const }));
