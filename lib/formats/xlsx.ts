/**
 * XLSX for Excel and LibreOffice: real cells. Ids are text (a number would be rounded at 2^53), times are dates, counts numbers;
 * Arabic, emoji and line ends are kept; nothing is run as a formula, for text cells are text.
 *
 * What a sheet cannot hold, it says: a cell of more than 32,767 characters is cut and ends in `CUT`; after 1,048,576 rows the
 * next sheet begins, with the same names on top. CSV and Parquet know no such bounds.
 *
 * A sheet's columns go from left to right, for a reader of Arabic too: the library turns sheets round (`view.rightToLeft`) only where it
 * holds them whole in memory (hucre 1.0.0, 2026-11). Arabic inside a cell stands right to left all the same.
 */
import { writeXlsxStream } from 'hucre/xlsx';
import { isoTime } from './csv';
import { cellOf, type Field, type FieldType, type Table } from './field';
import type { Parts } from './tables';

/** Excel's own bound, in UTF-16 units. */
export const CELL_CAP = 32_767;
export const CUT = ' … [cut: a cell holds 32,767 characters]';

type XlsxCell = string | number | boolean | Date | null;

/** As the platform's own streams are read; the pure part does not know their type. */
interface Stream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
    cancel(): Promise<void>;
  };
}

const widths: { readonly [Type in FieldType]: number } = {
  id: 22,
  text: 28,
  time: 20,
  count: 11,
  number: 11,
  flag: 10,
  list: 28,
  json: 28,
};

function cutText(text: string): string {
  if (text.length <= CELL_CAP) return text;
  const kept = text.slice(0, CELL_CAP - CUT.length);
  // Half a character at the end would make the sheet unreadable.
  return (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + CUT;
}

/** A lone half of a character has no place in XML. */
const sound = (text: string): string => text.replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd');

function xlsxCell<Row>(field: Field<Row>, row: Row): XlsxCell {
  if (field.type === 'time') {
    const atMs = field.value(row);
    return isoTime(atMs) === undefined ? null : new Date(atMs!);
  }
  const cell = cellOf(field, row);
  if (typeof cell === 'string') return cell === '' ? null : cutText(sound(cell));
  return cell ?? null;
}

/** @param maxRows rows a sheet holds, that of the names among them; smaller only in tests. */
export async function* xlsxFile<Row>(
  { name, fields }: Pick<Table<Row>, 'name' | 'fields'>,
  parts: Parts<Row>,
  maxRows?: number,
): AsyncGenerator<Uint8Array> {
  async function* rows() {
    for await (const part of parts) for (const row of part) yield fields.map((field) => xlsxCell(field, row));
  }
  const stream = writeXlsxStream(rows(), {
    name,
    columns: fields.map((field) => ({
      header: field.name,
      width: widths[field.type],
      ...(field.type === 'time' ? { numFmt: 'yyyy-mm-dd hh:mm:ss' } : field.type === 'id' ? { numFmt: '@' } : {}),
    })),
    freezePane: { rows: 1 },
    ...(maxRows === undefined ? {} : { maxRowsPerSheet: maxRows }),
  }) as unknown as Stream;
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (value) yield value;
    }
    ended = true;
  } finally {
    // Whoever stops reading stops the reading of the log, too.
    if (!ended) await reader.cancel();
  }
}
