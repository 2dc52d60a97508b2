/** A table's two plain files. */
import type { Words } from '@/components/words';
import type { Log } from '@/lib/log';
import { type LogTable, save } from './export-log';

const tables: readonly string[] = ['accounts', 'posts', 'labels'] satisfies LogTable[];

interface SaveButtonsProps {
  readonly log: Log;
  readonly table: string;
  readonly words: Words;
  readonly onError: (message: string) => void;
}

export function SaveButtons({ log, table, words, onError }: SaveButtonsProps) {
  if (!tables.includes(table)) return null;
  return (
    <>
      {(['csv', 'ndjson'] as const).map((format) => (
        <button
          type="button"
          key={format}
          onClick={() => void save(log, table as LogTable, format).catch((error) => onError(String(error)))}
        >
          {words.say(`log_${format}`)}
        </button>
      ))}
    </>
  );
}
