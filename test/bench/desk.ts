/** What the log page's worker takes for a large log: to be taken out, and to be brought in. Figures as JSON lines. */
import { deskExport } from './desk-export';
import { deskImport } from './desk-import';
import type { Line } from './engine';

export interface DeskOptions {
  readonly posts: number;
  /** Measures whose names hold these words; '' for all. */
  readonly only: string;
  readonly say: (line: Line) => void;
}

export async function desk(options: DeskOptions): Promise<void> {
  await deskExport(options);
  await deskImport(options);
}
