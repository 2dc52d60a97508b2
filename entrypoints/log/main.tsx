/** The log page: reads the store, draws the tables, writes files. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { render } from 'preact';
import { dressPage } from '@/components/dress-page';
import { strongestFirst } from '@/components/log-columns';
import { type LogFormat, type LogLines, type LogTable, LogView } from '@/components/log-view';
import { createWords } from '@/components/words';
import type { Protocol } from '@/lib/messages';
import { openDatabase } from '@/lib/store/schema';
import { save } from './export-log';
import { accountLines, first, labelLines, postLines } from './read-log';
import '@/components/tokens.css';
import '@/components/log-view.css';

/** Rows held for search and display; more would make the page slow, and the files hold all. */
const SHOWN = 20_000;

const { sendMessage } = defineExtensionMessaging<Protocol>();
const db = openDatabase();
const words = createWords(browser.i18n);
const app = document.getElementById('app') as HTMLElement;
let error: string | undefined;
let lines: LogLines | undefined;

const guarded = async (work: () => Promise<void>) => {
  error = undefined;
  try {
    await work();
  } catch (reason) {
    error = reason instanceof Error ? reason.message : String(reason);
  }
  draw();
};

function draw(): void {
  const isCut = lines !== undefined && Object.values(lines).some((rows) => rows.length >= SHOWN);
  const onExport = (table: LogTable, format: LogFormat) => void guarded(() => save(db, table, format));
  render(
    <LogView
      lines={lines}
      cutAt={isCut ? SHOWN : undefined}
      error={error}
      words={words}
      onExport={onExport}
      onAgain={(handle) => void guarded(() => badgeAgain(handle))}
    />,
    app,
  );
}

async function badgeAgain(handle: string): Promise<void> {
  await sendMessage('dismiss', { handle, dismissed: false, atMs: Date.now() });
  await read();
}

async function read(): Promise<void> {
  const [accounts, posts, labels] = await Promise.all([
    first(accountLines(db), SHOWN),
    first(postLines(db, 'newest-first'), SHOWN),
    first(labelLines(db), SHOWN),
  ]);
  lines = { accounts: strongestFirst(accounts), posts, labels: labels.toReversed() };
}

dressPage(document, words, `Flockmark: ${words.say('log_title')}`);
draw();
void guarded(read);
