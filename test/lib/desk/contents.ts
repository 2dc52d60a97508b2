/** Everything that a file says, as text: zips and sheets unpacked, Parquet read back and as it stands. */
import { unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';

const json = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'bigint' ? String(one) : one instanceof Uint8Array ? Buffer.from(one).toString('utf8') : one,
  );

export async function contentsOf(name: string, bytes: Uint8Array): Promise<string> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const parts = await Promise.all(
      Object.entries(unzipSync(bytes)).map(async ([inner, content]) => `${inner}\n${await contentsOf(inner, content)}`),
    );
    return [name, ...parts].join('\n');
  }
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1') {
    const buffer = new Uint8Array(bytes).buffer;
    const rows = await parquetReadObjects({ file: buffer });
    return [name, json(rows), json(parquetMetadata(buffer)), Buffer.from(bytes).toString('utf8')].join('\n');
  }
  return `${name}\n${Buffer.from(bytes).toString('utf8')}`;
}

const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** One form for what looks the same: no escapes of JSON and XML, no invisible marks, no case, no full-width letters. */
export const plainForm = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (sign) => entities[sign] ?? sign)
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ');
