/** A table's two plain files, of the rows that are meant now. All other files are made in the export room. */
import { exportState, startExport } from './export/export-run';
import type { DeskContext } from './room';

const tables = ['accounts', 'posts', 'flocks', 'labels'] as const;

interface SaveButtonsProps {
  readonly desk: DeskContext;
  readonly table: string;
  readonly onError: (message: string) => void;
}

export function SaveButtons({ desk, table, onError }: SaveButtonsProps) {
  const name = tables.find((one) => one === table);
  if (name === undefined) return null;
  const plain = { object: 'texts', pseudonymised: false, texts: true } as const;
  const save = async (format: 'csv' | 'ndjson') => {
    await startExport(desk.work, { ...plain, format, tables: [name], filter: desk.selection() });
    const state = exportState.value;
    if (state.is === 'failed') onError(state.error.message);
  };
  return (
    <>
      {(['csv', 'ndjson'] as const).map((format) => (
        <button
          type="button"
          key={format}
          disabled={exportState.value.is === 'running'}
          onClick={() => void save(format)}
        >
          {desk.words.say(`log_${format}`)}
        </button>
      ))}
    </>
  );
}
