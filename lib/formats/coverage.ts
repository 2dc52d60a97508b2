/** What a file covers, counted while it is written: how many rows, of what time, of which pages, and what is unknown. */
import type { PostRow } from '../log';
import { isoTime } from './csv';
import type { Table } from './field';
import type { Parts } from './tables';

export interface Span {
  readonly from?: string;
  readonly to?: string;
}
export interface TableCoverage extends Span {
  readonly rows: number;
  /** Of the fields that are unknown somewhere: in how many rows. */
  readonly unknown: Readonly<Record<string, number>>;
}
export interface PageCoverage extends Span {
  readonly page: string;
  readonly posts: number;
}

/** The field by whose time a table's span is told. */
const timed: Readonly<Record<string, string>> = { posts: 'created_at', sightings: 'at', labels: 'at' };

function openSpan() {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    take(atMs: number | undefined): void {
      if (isoTime(atMs) === undefined) return;
      from = Math.min(from, atMs!);
      to = Math.max(to, atMs!);
    },
    told: (): Span => (from > to ? {} : { from: isoTime(from)!, to: isoTime(to)! }),
  };
}

export function openCoverage() {
  const tables = new Map<string, () => TableCoverage>();
  const pages = new Map<string, { posts: number; readonly span: ReturnType<typeof openSpan> }>();

  return {
    /** The same parts; what passes is counted. */
    async *of<Row>({ name, fields }: Table<Row>, parts: Parts<Row>): AsyncGenerator<readonly Row[]> {
      let rows = 0;
      const unknown = fields.map(() => 0);
      const span = openSpan();
      tables.set(name, () => ({
        rows,
        ...span.told(),
        unknown: Object.fromEntries(fields.flatMap((field, i) => (unknown[i] ? [[field.name, unknown[i]!]] : []))),
      }));
      for await (const part of parts) {
        rows += part.length;
        for (const [i, field] of fields.entries()) {
          for (const row of part) {
            const value = field.value(row);
            if (value === undefined) unknown[i]!++;
            else if (field.type === 'time' && field.name === timed[name]) span.take(value as number);
          }
        }
        yield part;
      }
    },
    /** Counts a post on each page on which it was loaded. */
    takePost({ pages: keys, createdAtMs }: Pick<PostRow, 'pages' | 'createdAtMs'>): void {
      for (const key of keys) {
        const page = pages.get(key) ?? { posts: 0, span: openSpan() };
        page.posts++;
        page.span.take(createdAtMs);
        pages.set(key, page);
      }
    },
    told: () => ({
      tables: Object.fromEntries([...tables].map(([name, tell]) => [name, tell()])),
      pages: [...pages]
        .map(([page, { posts, span }]): PageCoverage => ({ page, posts, ...span.told() }))
        .toSorted((a, b) => b.posts - a.posts || (a.page < b.page ? -1 : 1)),
    }),
  };
}
