/** One table of the log: filter, search, pages, files. */
import { useMemo, useState } from 'preact/hooks';
import { levelOf } from '@/lib/filter';
import type { AccountLine, LabelLine, PostLine } from '@/lib/formats/lines';
import type { Level } from '@/lib/model';
import { accountTable, filterWord, labelTable, postTable } from './log-columns';
import { Pager, Table } from './table';
import type { Words } from './words';

export type LogTable = 'accounts' | 'posts' | 'labels';
export type LogFormat = 'csv' | 'ndjson';
/** What was read so far of the tables; the files hold all. */
export interface LogLines {
  readonly accounts: readonly AccountLine[];
  readonly posts: readonly PostLine[];
  readonly labels: readonly LabelLine[];
}

interface LogViewProps {
  readonly table: LogTable;
  /** `undefined` while it is read. */
  readonly lines: LogLines | undefined;
  /** Set when a table has more rows than are shown. */
  readonly cutAt: number | undefined;
  readonly error: string | undefined;
  readonly words: Words;
  readonly onExport: (table: LogTable, format: LogFormat) => void;
  readonly onAgain: (handle: string) => void;
}

export const PAGE_SIZE = 100;
const levels: readonly Level[] = ['strong', 'weak', 'none', 'not-enough-seen'];

const has = (words: readonly (string | undefined)[], query: string): boolean =>
  words.some((word) => word?.toLowerCase().includes(query));

/** Rows that fit the level and the search; a leading @ is the reader's way to say “handle”. */
export function fitting(lines: LogLines, table: LogTable, level: Level | undefined, search: string) {
  const query = search.trim().toLowerCase().replace(/^@/, '');
  if (table === 'accounts') {
    return lines.accounts.filter(
      (line) =>
        (level === undefined || levelOf(line) === level) &&
        has([line.account.handle, line.account.name, line.account.bio, line.account.id], query),
    );
  }
  if (table === 'posts')
    return lines.posts.filter(({ post, authorHandle }) => has([authorHandle, post.text, post.id], query));
  return lines.labels.filter(({ label, handle }) => has([handle, label.note, label.coder, label.accountId], query));
}

export function LogView({ table, lines, cutAt, error, words, onExport, onAgain }: LogViewProps) {
  const [level, setLevel] = useState<Level | undefined>();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const rows = useMemo(() => (lines ? fitting(lines, table, level, search) : []), [lines, table, level, search]);
  const shown = rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  const reset =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setPage(0);
    };
  return (
    <>
      <div class="tools">
        <input
          type="search"
          dir="auto"
          value={search}
          placeholder={words.say('log_search')}
          aria-label={words.say('log_search')}
          onInput={(event) => reset(setSearch)(event.currentTarget.value)}
        />
        {table === 'accounts' && (
          <label>
            {words.say('log_level')}
            <select
              value={level ?? ''}
              onChange={(event) => reset(setLevel)((event.currentTarget.value || undefined) as Level | undefined)}
            >
              <option value="">{words.say('log_all')}</option>
              {levels.map((value) => (
                <option key={value} value={value}>
                  {words.say(filterWord[value])}
                </option>
              ))}
            </select>
          </label>
        )}
        <span class="space" />
        <button type="button" onClick={() => onExport(table, 'csv')}>
          {words.say('log_csv')}
        </button>
        <button type="button" onClick={() => onExport(table, 'ndjson')}>
          {words.say('log_ndjson')}
        </button>
      </div>
      {error !== undefined && <p role="alert">{words.say('log_failed', error)}</p>}
      {cutAt !== undefined && <p class="quiet">{words.say('log_more', words.number(cutAt))}</p>}
      {lines === undefined && error === undefined && <p class="quiet">{words.say('log_loading')}</p>}
      {lines && rows.length === 0 && (
        <p class="quiet">{words.say(lines[table].length === 0 ? 'log_empty' : 'log_noHit')}</p>
      )}
      {rows.length > 0 && (
        <>
          {table === 'accounts' && (
            <Table
              caption={words.say('log_accounts')}
              columns={accountTable(words, onAgain)}
              rows={shown as readonly AccountLine[]}
              rowKey={({ account }) => account.id}
            />
          )}
          {table === 'posts' && (
            <Table
              caption={words.say('log_posts')}
              columns={postTable(words)}
              rows={shown as readonly PostLine[]}
              rowKey={({ post }) => post.id}
            />
          )}
          {table === 'labels' && (
            <Table
              caption={words.say('log_labels')}
              columns={labelTable(words)}
              rows={shown as readonly LabelLine[]}
              rowKey={({ label }) => label.id}
            />
          )}
          <Pager page={page} pageSize={PAGE_SIZE} total={rows.length} words={words} onPage={setPage} />
        </>
      )}
    </>
  );
}
