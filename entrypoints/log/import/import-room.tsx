/** The import room: its steps, and the worker that makes them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choices } from '@/components/import-choices';
import { type ImportStep, ImportView } from '@/components/import-view';
import { importUnderWay } from '@/lib/desk/run-import';
import { Cancelled, type Running } from '@/lib/desk/work';
import type { Guess } from '@/lib/formats/guess';
import type { ReadOptions } from '@/lib/formats/imported';
import { isZone } from '@/lib/formats/times';
import { site } from '@/lib/sites';
import type { DeskContext, Room } from '../room';
import '@/components/import.css';

/** A hashtag, or the words of a search, as the page of an address. */
const pageKeyOf = (typed: string): string => site.pageOf(`https://x.com/search?q=${encodeURIComponent(typed)}`).key;

const optionsOf = ({ options, page, zone }: Choices): ReadOptions => ({
  ...options,
  ...(zone !== '' && isZone(zone) ? { zone } : {}),
  ...(page === '' ? {} : { pageKey: pageKeyOf(page) }),
});
const typedOf = (pageKey: string): string => pageKey.replace(/^hashtag:/, '#').replace(/^search:/, '');

interface Chosen {
  readonly file: File;
  readonly guess: Guess;
  readonly choices: Choices;
}

function ImportRoom({ desk: { log, words, work, link } }: { readonly desk: DeskContext }) {
  const [step, setStep] = useState<ImportStep>({ at: 'start' });
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const [fileName, setFileName] = useState<string | undefined>();
  const [underWay, setUnderWay] = useState<string | undefined>();
  const running = useRef<Pick<Running<unknown>, 'cancel'> | undefined>(undefined);
  useEffect(() => {
    importUnderWay(log).then(
      (job) => setUnderWay(job?.name),
      () => setUnderWay(undefined),
    );
    return () => running.current?.cancel();
  }, [log]);

  /** The end of whatever was running, in words; where it was cancelled, what `otherwise` says. */
  const ended = (error: unknown, otherwise: ImportStep) => {
    const { name = '', message = String(error) } = error instanceof Error ? error : {};
    if (error instanceof Cancelled) setStep(otherwise);
    else setStep({ at: 'failed', message, isDiskFull: /quota/i.test(`${name} ${message}`) });
  };

  async function check(next: Chosen): Promise<void> {
    running.current?.cancel();
    setChosen(next);
    setStep({ at: 'checking', course: { records: 0 } });
    const { file, choices } = next;
    const input = { file, format: choices.format, options: optionsOf(choices) };
    const mine = work.start('importCheck', input, (course) => setStep({ at: 'checking', course }));
    running.current = mine;
    try {
      const { goesOnAfter, ...preview } = await mine.done;
      if (running.current !== mine) return;
      // The hashtag that most of its posts carry is where they were seen, unless somebody knows better.
      if (preview.withoutPage > 0 && choices.page === '') {
        const page = preview.likelyPage === undefined ? '' : typedOf(preview.likelyPage);
        setChosen({ ...next, choices: { ...choices, page } });
      }
      setStep({ at: 'checked', preview, ...(goesOnAfter === undefined ? {} : { goesOnAfter }) });
    } catch (error) {
      if (running.current === mine) ended(error, { at: 'start' });
    }
  }

  async function choose(file: File): Promise<void> {
    running.current?.cancel();
    setFileName(file.name);
    setChosen(undefined);
    const options: ReadOptions = { encoding: 'auto' };
    try {
      const guessed = await work.start('importGuess', { file, options }).done;
      if (!guessed.ok) setStep({ at: 'refused', reason: guessed.reason });
      else {
        const { guess } = guessed;
        await check({ file, guess, choices: { format: guess.format, options, page: '', zone: '' } });
      }
    } catch (error) {
      ended(error, { at: 'start' });
    }
  }

  async function start(): Promise<void> {
    if (step.at !== 'checked' || !chosen) return;
    const { file, choices } = chosen;
    const { preview, goesOnAfter: after = 0 } = step;
    let now: Extract<ImportStep, { at: 'running' }> = { at: 'running', course: { records: 0 } };
    setStep(now);
    const input = { file, format: choices.format, options: optionsOf(choices), preview, after };
    const mine = work.start('importTake', input, (told) => {
      now = { ...now, ...told };
      setStep(now);
    });
    running.current = mine;
    try {
      setStep({ at: 'done', result: await mine.done });
      setUnderWay(undefined);
    } catch (error) {
      ended(error, { at: 'stopped' });
    }
  }

  const zone = chosen?.choices.zone ?? '';
  return (
    <ImportView
      step={step}
      fileName={fileName}
      guess={chosen?.guess}
      choices={chosen?.choices}
      isZoneWrong={zone !== '' && !isZone(zone)}
      underWay={underWay}
      accountsHref={link('accounts')}
      words={words}
      onFile={(file) => void choose(file)}
      onChoices={(choices) => chosen && void check({ ...chosen, choices })}
      onStart={() => void start()}
      onCancel={() => running.current?.cancel()}
    />
  );
}

export const importRoom: Room = {
  id: 'import',
  title: 'import_title',
  render: (desk) => <ImportRoom key="import" desk={desk} />,
};
