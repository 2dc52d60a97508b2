/** What the page of the desk's benchmark asks of its worker, and what it tells. */
import type { ExportChoice } from '../../lib/desk/export-choice';

export type DeskOrder =
  /** Put the posts and accounts of these captures into the log as rows: what was judged of them is not the question. */
  | { readonly work: 'fill'; readonly feed: string; readonly most: number }
  | { readonly work: 'export'; readonly choice: ExportChoice };

export interface DeskTook {
  readonly ms: number;
  /** Posts in the log. */
  readonly posts: number;
  /** Of the file. */
  readonly bytes?: number;
}
