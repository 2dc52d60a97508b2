/**
 * Parquet for R, Python, DuckDB: columns with their types (see `field.ts`), compressed by Snappy, 20,000 rows a group. Ids are
 * strings, times TIMESTAMP in milliseconds, UTC, lists LIST of STRING; unknown is null.
 */
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { isoTime } from './csv';
import type { Field, FieldType, Table } from './field';
import type { Parts } from './tables';

const GROUP = 20_000;

const elements: { readonly [Type in FieldType]: Omit<SchemaElement, 'name'> } = {
  id: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  time: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  count: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  list: { converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON', logical_type: { type: 'JSON' } },
};

const schemaOf = (fields: readonly { readonly name: string; readonly type: FieldType }[]): SchemaElement[] => [
  { name: 'root', num_children: fields.length },
  ...fields.flatMap(({ name, type }): SchemaElement[] => [
    { name, repetition_type: 'OPTIONAL', ...elements[type] },
    ...(type === 'list'
      ? ([
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', repetition_type: 'REQUIRED', ...elements.text },
        ] as const)
      : []),
  ]),
];

function storedValue<Row>(field: Field<Row>, row: Row): unknown {
  if (field.type === 'time') {
    const atMs = field.value(row);
    return isoTime(atMs) === undefined ? undefined : new Date(atMs!);
  }
  if (field.type === 'count') {
    const count = field.value(row);
    return count === undefined || !Number.isFinite(count) ? undefined : BigInt(Math.round(count));
  }
  return field.value(row);
}

/** @param about what the file says of itself: key-value metadata. */
export async function* parquetFile<Row>(
  { fields }: Pick<Table<Row>, 'fields'>,
  parts: Parts<Row>,
  about: Readonly<Record<string, string>> = {},
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(fields),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: 'flockmark',
  });
  /** What was written so far; the places inside the file go on being counted by `offset`. */
  function taken(): Uint8Array {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk;
  }
  async function* group(rows: readonly Row[]) {
    await writer.write({
      columnData: fields.map((field) => ({ name: field.name, data: rows.map((row) => storedValue(field, row)) })),
      rowGroupSize: GROUP,
    });
    yield taken();
  }
  let waiting: Row[] = [];
  for await (const rows of parts) {
    waiting.push(...rows);
    if (waiting.length < GROUP) continue;
    yield* group(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield* group(waiting);
  await writer.finish();
  yield taken();
}
