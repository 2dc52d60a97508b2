/** The export under way, and how the last one ended. It outlives the room: one may look at the tables meanwhile. */
import { signal } from '@preact/signals';
import type { ExportState } from '@/components/export-state';
import type { ExportChoice } from '@/lib/desk/export-choice';
import { Cancelled, type Running } from '@/lib/desk/work';
import { readDesk } from '@/lib/store/kept-desk';
import type { DeskContext } from '../room';
import type { Exported } from './export-job';

export const exportState = signal<ExportState>({ is: 'idle' });
let running: Running<Exported> | undefined;
let url: string | undefined;

/** Hands the file to the browser's own download. */
function save(name: string, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

export async function startExport(work: DeskContext['work'], choice: ExportChoice): Promise<void> {
  if (running) return;
  if (url !== undefined) URL.revokeObjectURL(url);
  url = undefined;
  exportState.value = { is: 'running', done: 0, known: 0 };
  try {
    // As set at this moment, whatever the room shows.
    const { coder, project: title, codebook, ...settings } = await readDesk();
    const eyes = { blind: settings.blind, coder };
    const project = { ...(title === '' ? {} : { title }), codebook, settings };
    running = work.start('export', { choice, project, atMs: Date.now(), eyes }, (progress) => {
      exportState.value = { is: 'running', ...progress };
    });
    const { name, file } = await running.done;
    url = URL.createObjectURL(file);
    exportState.value = { is: 'done', name, url, bytes: file.size };
    save(name, url);
  } catch (reason) {
    exportState.value =
      reason instanceof Cancelled
        ? { is: 'cancelled' }
        : { is: 'failed', error: reason instanceof Error ? reason : new Error(String(reason)) };
  }
  running = undefined;
}

export const cancelExport = (): void => running?.cancel();
