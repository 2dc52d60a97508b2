/** How far an export is, or how it ended. */
export type ExportState =
  | { readonly is: 'idle' }
  | {
      readonly is: 'running' /** Rows read, of those that are to be read. */;
      readonly done: number;
      readonly known: number;
    }
  | { readonly is: 'done'; readonly name: string; readonly url: string; readonly bytes: number }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly error: Error };
