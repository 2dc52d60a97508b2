/**
 * The codebook: the labels a project gives, each with its key. A label's key is what rows and files hold, so it never changes;
 * title, colour and the rest may. A label that was given is not deleted but retired: it stays readable and is offered no more.
 */
import * as v from 'valibot';

/** What a label says where labels are compared with verdicts. */
export type Counts = 'spam' | 'genuine' | 'neither';

export interface CodeLabel {
  /** Letters, digits, `-`, `_`; in any script; unique in its codebook. */
  readonly key: string;
  /** Absent: the words the extension itself has for this key. */
  readonly title?: string;
  /** When to give it, in the project's own words. */
  readonly description: string;
  /** `#rrggbb`. It never stands alone: the title is always beside it. */
  readonly colour: string;
  readonly counts: Counts;
  /** Such as `Alt+Shift+Digit1`, by the key's place on the keyboard. */
  readonly shortcut?: string;
  readonly retired?: true;
}

export interface Codebook {
  readonly labels: readonly CodeLabel[];
}

export const LabelKey = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,39}$/u));

const CodeLabelShape = v.object({
  key: LabelKey,
  title: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))),
  description: v.optional(v.pipe(v.string(), v.maxLength(2000)), ''),
  colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
  counts: v.picklist(['spam', 'genuine', 'neither']),
  shortcut: v.exactOptional(v.pipe(v.string(), v.maxLength(40))),
  retired: v.exactOptional(v.literal(true)),
});

/** A codebook as it is kept or comes from outside. Two labels of one key are an error, not a choice. */
export const CodebookShape: v.GenericSchema<unknown, Codebook> = v.object({
  labels: v.pipe(
    v.array(CodeLabelShape),
    v.minLength(1),
    v.maxLength(60),
    v.check((labels) => new Set(labels.map(({ key }) => key)).size === labels.length, 'Two labels have the same key.'),
  ),
});

export const defaultCodebook: Codebook = {
  labels: [
    { key: 'spam', description: '', colour: '#d13438', counts: 'spam', shortcut: 'Alt+Shift+Digit1' },
    { key: 'not-spam', description: '', colour: '#1a7f37', counts: 'genuine', shortcut: 'Alt+Shift+Digit2' },
    { key: 'unsure', description: '', colour: '#6b7785', counts: 'neither', shortcut: 'Alt+Shift+Digit3' },
  ],
};

/** The label of this key, also if it is retired; `undefined` for keys of another project's codebook. */
export const labelOfKey = ({ labels }: Codebook, key: string): CodeLabel | undefined =>
  labels.find((label) => label.key === key);

/** Labels that are offered. */
export const inUse = ({ labels }: Codebook): readonly CodeLabel[] => labels.filter(({ retired }) => !retired);
