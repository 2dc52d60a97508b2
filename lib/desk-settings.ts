/**
 * What a researcher sets once: who codes, by which codebook, with which keys, whether blind. Kept in the extension's local
 * storage under `desk`; what is there is data from outside (another version wrote it), so each field is checked by itself, and
 * one that cannot be read falls back alone.
 */
import * as v from 'valibot';
import { type Codebook, CodebookShape, defaultCodebook } from './codebook';

/** What a key can do besides giving a label. */
export type Command = 'undo' | 'note' | 'help' | 'blind';

export interface DeskSettings {
  /** Name under which labels are kept; '' until one is given. */
  readonly coder: string;
  /** The project's title; '' until one is given. */
  readonly project: string;
  /** Levels, findings and figures are hidden while coding. */
  readonly blind: boolean;
  /** A button to label stands on every post, also where no badge is. In blind mode it does anyway. */
  readonly labelButtons: boolean;
  readonly codebook: Codebook;
  readonly keys: { readonly [C in Command]: string };
  /** What is older is deleted, unless labelled. Absent: nothing ever is. */
  readonly retentionDays?: number;
}

/** Where it is kept in the local storage. */
export const DESK_KEY = 'desk';

export const defaultDesk: DeskSettings = {
  coder: '',
  project: '',
  blind: false,
  labelButtons: false,
  codebook: defaultCodebook,
  keys: {
    undo: 'Alt+Shift+KeyU',
    note: 'Alt+Shift+KeyN',
    help: 'Alt+Shift+KeyH',
    blind: 'Alt+Shift+KeyV',
  },
};

const Line = v.pipe(v.string(), v.trim(), v.maxLength(200));
const Shortcut = v.pipe(v.string(), v.maxLength(40));
const { keys } = defaultDesk;

const DeskShape = v.object({
  coder: v.fallback(Line, ''),
  project: v.fallback(Line, ''),
  blind: v.fallback(v.boolean(), false),
  labelButtons: v.fallback(v.boolean(), false),
  codebook: v.fallback(CodebookShape, defaultCodebook),
  keys: v.fallback(
    v.object({
      undo: v.fallback(Shortcut, keys.undo),
      note: v.fallback(Shortcut, keys.note),
      help: v.fallback(Shortcut, keys.help),
      blind: v.fallback(Shortcut, keys.blind),
    }),
    keys,
  ),
  retentionDays: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))), undefined),
});

/** @param kept what the storage holds under `desk`; anything. Never fails. */
export function parseDesk(kept: unknown): DeskSettings {
  const { retentionDays, ...rest } = v.parse(DeskShape, typeof kept === 'object' && kept !== null ? kept : {});
  return retentionDays === undefined ? rest : { ...rest, retentionDays };
}
