/** Everything of the log in one file: the export of all that an import needs, packed. */
import { signal } from '@preact/signals';
import type { BackupState } from '@/components/backup-view';
import { usualTables } from '@/lib/desk/export-choice';
import { Cancelled, type Running } from '@/lib/desk/work';
import { listOf } from '@/lib/formats/whole-log';
import { readDesk } from '@/lib/store/kept-desk';
import type { DeskContext } from '../room';

export const backup = signal<BackupState>({ is: 'idle' });
let running: Pick<Running<unknown>, 'cancel'> | undefined;
export const cancelBackup = (): void => running?.cancel();

const RAW: readonly string[] = Object.values(listOf);

export async function saveBackup(work: DeskContext['work']): Promise<void> {
  if (backup.value.is === 'running') return;
  backup.value = { is: 'running' };
  try {
    const { coder: _coder, project: title, codebook, ...settings } = await readDesk();
    const project = { ...(title === '' ? {} : { title }), codebook, settings };
    const tables = usualTables('ndjson').filter((name) => RAW.includes(name));
    const choice = {
      format: 'ndjson',
      tables,
      object: 'links',
      filter: {},
      pseudonymised: false,
      texts: true,
    } as const;
    const mine = work.start('export', { choice, project, atMs: Date.now() }, ({ done, known }) => {
      backup.value = { is: 'running', share: known === 0 ? 1 : done / known };
    });
    running = mine;
    const { file } = await mine.done;
    const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    save(`flockmark-backup-${new Date().toISOString().slice(0, 10)}.ndjson.gz`, packed);
    backup.value = { is: 'done', bytes: packed.size };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    backup.value = error instanceof Cancelled ? { is: 'idle' } : { is: 'failed', message };
  }
  running = undefined;
}

/** The browser has its own hold on the data some time after the click. */
const HELD_MS = 60_000;

function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), HELD_MS);
}
