/** What the codebook's editor does: changes what is kept, says why not, reads and writes its file. */
import type { CodebookActs } from '@/components/codebook-editor';
import { labelTitle } from '@/components/label-title';
import type { Words } from '@/components/words';
import type { Codebook } from '@/lib/codebook';
import {
  addLabel,
  changeLabel,
  codebookFile,
  deleteLabel,
  type Given,
  keepsLabel,
  moveLabel,
  type ReadCodebook,
  readCodebook,
  retireLabel,
} from '@/lib/edit-codebook';
import { changeDesk } from '@/lib/store/kept-desk';

/** A codebook has some tens of labels. */
const MAX_BYTES = 1_000_000;

interface ActsOptions {
  readonly words: Words;
  /** Counted anew: a label may have been given meanwhile. */
  readonly given: () => Promise<Given>;
  readonly say: (status: string) => void;
}

function refusal(read: Extract<ReadCodebook, { ok: false }>, words: Words): string {
  if (read.why === 'not-json') return words.say('opt_notJson');
  if (read.why === 'pale') return words.say('opt_paleLabel', read.key);
  return words.say('opt_notCodebook', read.where || words.say('opt_start'));
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function codebookActs({ words, given, say }: ActsOptions): CodebookActs {
  /** One after another: two quick presses must not overwrite each other. */
  let last: Promise<unknown> = Promise.resolve();
  function edit(change: (codebook: Codebook, given: Given) => Codebook | string): void {
    last = last.then(async () => {
      try {
        const counts = await given();
        let why = '';
        await changeDesk((desk) => {
          const next = change(desk.codebook, counts);
          if (typeof next === 'string') why = next;
          return typeof next === 'string' ? desk : { ...desk, codebook: next };
        });
        say(why);
      } catch (error) {
        say(words.say('opt_failed', error instanceof Error ? error.message : String(error)));
      }
    });
  }
  return {
    add: (title) => edit((codebook) => addLabel(codebook, title)),
    change: (key, change) => edit((codebook) => changeLabel(codebook, key, change)),
    move: (key, by) => edit((codebook) => moveLabel(codebook, key, by)),
    retire: (key, retired) =>
      edit((codebook) =>
        retired && keepsLabel(codebook, key, new Map()) === 'last'
          ? words.say('opt_keepLast')
          : retireLabel(codebook, key, retired),
      ),
    remove: (key) =>
      edit((codebook, counts) => {
        const keeps = keepsLabel(codebook, key, counts);
        if (keeps === undefined) return deleteLabel(codebook, key);
        if (keeps === 'last') return words.say('opt_keepLast');
        return words.say('opt_keepGiven', labelTitle(words, key, codebook));
      }),
    save: () =>
      edit((codebook) => {
        download(codebookFile(codebook), 'flockmark-codebook.json');
        return codebook;
      }),
    open(file) {
      if (file.size > MAX_BYTES) return say(words.say('opt_tooLarge'));
      void file.text().then((text) => {
        let opened = 0;
        edit((codebook, counts) => {
          const read = readCodebook(text, codebook, counts);
          if (!read.ok) return refusal(read, words);
          opened = read.codebook.labels.length;
          return read.codebook;
        });
        last = last.then(() => opened > 0 && say(words.count('opt_imported', opened)));
      });
    },
  };
}
