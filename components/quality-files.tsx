/** Files of other coders' labels: which are compared, what could not be read of them. */
import { useRef } from 'preact/hooks';
import type { Words } from './words';

export interface LabelFile {
  readonly name: string;
  readonly labels: number;
  readonly brokenLines: readonly number[];
  /** Why nothing of it is taken, in words. */
  readonly problem?: string;
}

interface QualityFilesProps {
  readonly files: readonly LabelFile[];
  readonly words: Words;
  readonly onOpen: (files: readonly File[]) => void;
  readonly onRemove: (name: string) => void;
}

/** Broken lines that are named; of more, the number. */
const NAMED = 10;

function brokenWords(lines: readonly number[], words: Words): string {
  const named = lines.slice(0, NAMED).map(words.number);
  const rest = lines.length - named.length;
  if (rest > 0) named.push(words.say('q_more', words.number(rest)));
  return words.say('q_broken', named.join(', '));
}

export function QualityFiles({ files, words, onOpen, onRemove }: QualityFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p>
        <button type="button" onClick={() => input.current?.click()}>
          {words.say('q_open')}
        </button>{' '}
        <span class="quiet">{words.say('q_openHint')}</span>
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.ndjson,.jsonl,text/csv,application/x-ndjson"
        aria-label={words.say('q_open')}
        onChange={(event) => {
          onOpen([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <div role="status">
        <ul class="files">
          {files.map(({ name, labels, brokenLines, problem }) => (
            <li key={name}>
              <bdi>{name}</bdi>: {problem ?? words.count('q_file', labels)}
              {brokenLines.length > 0 && <span class="quiet"> · {brokenWords(brokenLines, words)}</span>}{' '}
              <button type="button" class="plain" onClick={() => onRemove(name)}>
                {words.say('q_remove', name)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
