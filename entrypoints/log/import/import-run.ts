/** The import under way, step by step. It outlives the room: one may look at the tables meanwhile. */
import { signal } from '@preact/signals';
import type { Choices } from '@/components/import-choices';
import type { ImportStep } from '@/components/import-view';
import type { Preview } from '@/lib/desk/preview';
import { Cancelled, type Running } from '@/lib/desk/work';
import type { Guess } from '@/lib/formats/guess';
import type { ReadOptions } from '@/lib/formats/imported';
import { isZone } from '@/lib/formats/times';
import { site } from '@/lib/sites';
import type { DeskContext } from '../room';
import { adoptCodebook } from './adopt-codebook';

type Work = DeskContext['work'];

export interface Chosen {
  readonly file: File;
  readonly guess: Guess;
  readonly choices: Choices;
}

export const step = signal<ImportStep>({ at: 'start' });
export const chosen = signal<Chosen | undefined>(undefined);
export const fileName = signal<string | undefined>(undefined);
let running: Pick<Running<unknown>, 'cancel'> | undefined;

export const cancelImport = (): void => running?.cancel();

/** A hashtag, or the words of a search, as the page of an address. */
const pageKeyOf = (typed: string): string => site.pageOf(`https://x.com/search?q=${encodeURIComponent(typed)}`).key;
const typedOf = (pageKey: string): string => pageKey.replace(/^hashtag:/, '#').replace(/^search:/, '');

const optionsOf = ({ options, page, zone }: Choices): ReadOptions => ({
  ...options,
  ...(zone !== '' && isZone(zone) ? { zone } : {}),
  ...(page === '' ? {} : { pageKey: pageKeyOf(page) }),
});

/** The end of whatever was running, in words; where it was cancelled, what `otherwise` says. */
function ended(error: unknown, otherwise: ImportStep): void {
  const { name = '', message = String(error) } = error instanceof Error ? error : {};
  const isDiskFull = /quota/i.test(`${name} ${message}`);
  // Errors of the worker come as their names.
  if (error instanceof Cancelled) step.value = otherwise;
  else if (name === 'Erased') step.value = { at: 'erased' };
  else if (name === 'Superseded') step.value = { at: 'superseded' };
  else step.value = { at: 'failed', message, isDiskFull };
}

export async function chooseFile(work: Work, file: File): Promise<void> {
  cancelImport();
  [fileName.value, chosen.value] = [file.name, undefined];
  const options: ReadOptions = { encoding: 'auto' };
  try {
    const guessed = await work.start('importGuess', { file, options }).done;
    if (guessed.ok) {
      const { guess } = guessed;
      await checkFile(work, { file, guess, choices: { format: guess.format, options, page: '', zone: '' } });
    } else step.value = { at: 'refused', reason: guessed.reason };
  } catch (error) {
    ended(error, { at: 'start' });
  }
}

export async function checkFile(work: Work, next: Chosen): Promise<void> {
  cancelImport();
  chosen.value = next;
  step.value = { at: 'checking', course: { records: 0 } };
  const { file, choices } = next;
  const input = { file, format: choices.format, options: optionsOf(choices) };
  const mine = work.start('importCheck', input, (course) => {
    if (running === mine) step.value = { at: 'checking', course };
  });
  running = mine;
  try {
    const { goesOnAfter, ...preview } = await mine.done;
    if (running !== mine) return;
    chosen.value = { ...next, choices: { ...choices, page: pageOf(choices.page, preview) } };
    step.value = { at: 'checked', preview, ...(goesOnAfter === undefined ? {} : { goesOnAfter }) };
  } catch (error) {
    if (running === mine) ended(error, { at: 'start' });
  }
}

/** The hashtag that most of its posts carry is where they were seen, unless somebody knows better. */
const pageOf = (typed: string, { withoutPage, likelyPage }: Preview): string =>
  typed === '' && withoutPage > 0 && likelyPage !== undefined ? typedOf(likelyPage) : typed;

export async function startImport(work: Work): Promise<void> {
  if (step.value.at !== 'checked' || !chosen.value) return;
  const { file, choices } = chosen.value;
  const { preview, goesOnAfter: after = 0 } = step.value;
  let now: Extract<ImportStep, { at: 'running' }> = { at: 'running', course: { records: 0 } };
  step.value = now;
  const input = { file, format: choices.format, options: optionsOf(choices), preview, after };
  const mine = work.start('importTake', input, (told) => {
    now = { ...now, ...told };
    step.value = now;
  });
  running = mine;
  try {
    const result = await mine.done;
    if (result.project) await adoptCodebook(result.project.codebook);
    step.value = { at: 'done', result };
  } catch (error) {
    ended(error, { at: 'stopped' });
  }
}
