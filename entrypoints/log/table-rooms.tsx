/** The log as tables: accounts, posts, labels. */
import { useEffect, useState } from 'preact/hooks';
import { strongestFirst } from '@/components/log-columns';
import { type LogFormat, type LogLines, type LogTable, LogView } from '@/components/log-view';
import type { WordKey } from '@/components/words';
import { indexedLog } from '@/lib/store/indexed-log';
import { openDatabase } from '@/lib/store/schema';
import { save } from './export-log';
import { accountLines, all, first, labelLines, postLines } from './read-log';
import type { DeskContext, Room } from './room';

/** Rows held for search and display; more would make the page slow, and the files hold all. */
const SHOWN = 20_000;
const log = indexedLog(openDatabase());

async function read(table: LogTable): Promise<LogLines> {
  const none = { accounts: [], posts: [], labels: [] };
  if (table === 'accounts') return { ...none, accounts: strongestFirst(await first(accountLines(log), SHOWN)) };
  if (table === 'posts') return { ...none, posts: (await all(postLines(log))).toReversed().slice(0, SHOWN) };
  return { ...none, labels: (await first(labelLines(log), SHOWN)).toReversed() };
}

function TableRoom({ table, desk }: { readonly table: LogTable; readonly desk: DeskContext }) {
  const [lines, setLines] = useState<LogLines | undefined>();
  const [error, setError] = useState<string | undefined>();
  const guarded = async (work: () => Promise<void>) => {
    setError(undefined);
    try {
      await work();
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
    }
  };
  const again = async () => setLines(await read(table));
  useEffect(() => void guarded(again), [table]);
  const isCut = lines !== undefined && lines[table].length >= SHOWN;
  return (
    <LogView
      table={table}
      lines={lines}
      cutAt={isCut ? SHOWN : undefined}
      error={error}
      words={desk.words}
      onExport={(which: LogTable, format: LogFormat) => void guarded(() => save(log, which, format))}
      onAgain={(handle) =>
        void guarded(async () => {
          await desk.send('dismiss', { handle, dismissed: false, atMs: Date.now() });
          await again();
        })
      }
    />
  );
}

const tableRoom = (table: LogTable, title: WordKey): Room => ({
  id: table,
  title,
  render: (desk) => <TableRoom key={table} table={table} desk={desk} />,
});
export const accountsRoom = tableRoom('accounts', 'log_accounts');
export const postsRoom = tableRoom('posts', 'log_posts');
export const labelsRoom = tableRoom('labels', 'log_labels');
