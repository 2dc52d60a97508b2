/** The article's two tables, as published (Marc Owen Jones, 26 July 2016). */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

export const SEED_HASHTAG = 'السعوديه_تدعم_مصر_مليار_دولار';

function table(name: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(`./data/${name}.csv`, import.meta.url), 'utf8');
  const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${name}.csv: ${errors[0]?.message}`);
  return data;
}

export interface SeedRow {
  readonly atMs: number;
  readonly handle: string;
  readonly name: string;
  readonly text: string;
}

/** The 32 rows. Their clock is not named in the article; it is taken as UTC. */
export function seedRows(): readonly SeedRow[] {
  return table('tweets').map((row) => {
    const [month, day, year, hour, minute, second] = (row.time_as_given ?? '').split(/[/ :]/).map(Number);
    return {
      atMs: Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second),
      handle: row.handle ?? '',
      name: row.display_name ?? '',
      text: row.text ?? '',
    };
  });
}

/** The 30 texts, hashtag left out, with the number of copies the article counted. */
export function seedVolumes(): readonly { readonly text: string; readonly copies: number }[] {
  return table('volumes').map((row) => ({
    text: (row.content ?? '').replace(`#${SEED_HASHTAG}`, '').trim(),
    copies: Number(row.volume),
  }));
}
