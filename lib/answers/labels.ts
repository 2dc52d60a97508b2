/**
 * What a person says of accounts: labels, given and taken back. A label holds the account's numeric id. Where the log does not
 * know it yet (the post stands on the screen, its capture is still on its way) the label waits on disk and is kept as soon
 * as the account is known; it is never lost silently.
 */
import * as v from 'valibot';
import { isKeptOut } from '../care/door';
import { labelOfKey } from '../codebook';
import type { DeskSettings } from '../desk-settings';
import type { Log } from '../log';
import * as m from '../messages';
import type { AccountId, Label } from '../model';
import type { Unit } from '../unit';
import { accountIdOf } from '../views';
import { putWaitingLabels, type WaitingLabel, waitingLabels } from '../waiting-labels';
import type { Writing } from './writing';

/** Labels that can be taken back one after another, and labels that wait. */
const REMEMBERED = 100;
const UNDO = 'undo';

const Ids = v.fallback(v.array(v.string()), []);
const idsIn = async (unit: Unit) => v.parse(Ids, (await unit.get('meta', UNDO))?.value);

/** The author of the post that prompted the label, else who has the handle now. */
async function accountOf(log: Log, handle: string, postId: string | undefined): Promise<AccountId | undefined> {
  const [post] = postId === undefined ? [] : await log.shelves.posts.get([postId]);
  return post?.authorId ?? (await accountIdOf(log, handle));
}

export interface LabelsOptions {
  readonly writing: Writing;
  readonly newId: () => string;
  readonly desk: () => Promise<DeskSettings>;
}

export function labelAnswers({ writing, newId, desk }: LabelsOptions) {
  /** Unknown after a start: the first capture looks. */
  let mayWait = true;

  return {
    /** @returns the label as it is kept; without an account's id where it waits */
    async label(data: unknown): Promise<m.LabelReceipt> {
      const { handle, value, note, atMs, postId } = v.parse(m.LabelMessage, data);
      const { coder, codebook } = await desk();
      if (labelOfKey(codebook, value) === undefined) throw new Error(`No label of the codebook has the key ${value}.`);
      const said = { id: newId(), value, note, coder, atMs, ...(postId === undefined ? {} : { postId }) };
      const receipt = await writing.write(async (unit) => {
        const accountId = await accountOf(unit.log, handle, postId);
        if (await isKeptOut(unit, { accountId, handle })) return undefined;
        const kept = accountId === undefined ? { ...said, handle } : { ...said, accountId };
        unit.put('meta', { key: UNDO, value: [...(await idsIn(unit)), said.id].slice(-REMEMBERED) });
        if ('accountId' in kept) unit.put('labels', kept);
        else {
          await putWaitingLabels(unit.log, [...(await waitingLabels(unit.log)), kept]);
          mayWait = true;
        }
        return kept;
      });
      if (!receipt) throw new Error('This account was forgotten: nothing is kept of it, no label either.');
      return receipt;
    },

    /** Takes back one label, or the last that was given here and still holds. The row stays. */
    async retract(data: unknown): Promise<m.Retracted | undefined> {
      const { id, atMs } = v.parse(m.RetractMessage, data);
      return writing.write(async (unit) => {
        const stack = await idsIn(unit);
        const waiting = await waitingLabels(unit.log);
        const wanted = id === undefined ? stack.toReversed() : [id];
        for (const one of wanted) {
          const label = await unit.get('labels', one);
          const waits = waiting.find((other) => other.id === one);
          const found = label ?? waits;
          if (found === undefined || found.retractedAtMs !== undefined) continue;
          const at = stack.indexOf(one);
          unit.put('meta', { key: UNDO, value: stack.filter((_, i) => (id === undefined ? i < at : i !== at)) });
          if (label) {
            unit.put('labels', { ...label, retractedAtMs: atMs });
            const handle = (await unit.get('accounts', label.accountId))?.handle;
            return { value: label.value, ...(handle === undefined ? {} : { handle }) };
          }
          const value = waiting.map((other) => (other === waits ? { ...other, retractedAtMs: atMs } : other));
          await putWaitingLabels(unit.log, value);
          return { value: found.value, handle: waits!.handle };
        }
        return undefined;
      });
    },

    /** Keeps the labels that waited and whose account is known by now. To be called after each capture. */
    async settleLabels(): Promise<void> {
      if (!mayWait) return;
      await writing.write(async (unit) => {
        const waiting = await waitingLabels(unit.log);
        const still: WaitingLabel[] = [];
        for (const one of waiting) {
          const { handle, ...said } = one;
          const accountId = await accountOf(unit.log, handle, one.postId);
          if (await isKeptOut(unit, { accountId, handle })) continue;
          if (accountId === undefined) still.push(one);
          else unit.put('labels', { ...said, accountId } satisfies Label);
        }
        if (still.length !== waiting.length) await putWaitingLabels(unit.log, still);
        mayWait = still.length > 0;
      });
    },
  };
}
