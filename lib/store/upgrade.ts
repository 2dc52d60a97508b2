/** Upgrades of the tables, in parts, each inside its own transaction. */
import type { Transaction } from 'dexie';
import type { AccountEvidence, FlockRow, PageRow, TextRow } from '../flocks/evidence';
import type { AccountRow, Dismissal, PostRow } from '../log';
import type { Verdict } from '../model';
import { bundlesOf } from './bundled';
import { postBundling } from './bundles';
import { type PackedPerson, packings } from './packing';
import type { GroupRecord, PersonRecord } from './schema';
import { isAlone, parted, textBundling } from './sheets';

const PART = 1000;

/** The tables whose rows became one record, and the part of it that they hold. */
const PEOPLE = { accounts: 'account', evidence: 'evidence', verdicts: 'verdict', dismissals: 'dismissal' } as const;
const { pack, unpack } = packings.people;
type PersonRow = AccountRow | AccountEvidence | Verdict | Dismissal;

/** Version 2 → 3: the rows of the old tables into records. */
export async function moveRows(tx: Transaction): Promise<void> {
  for (const [name, part] of Object.entries(PEOPLE)) {
    await inParts<PersonRow>(tx, name, async (rows) => {
      const ids = rows.map((row) => ('accountId' in row ? row.accountId : row.id));
      const known: (PackedPerson | undefined)[] = await tx.table('people').bulkGet(ids);
      const merged = rows.map((row, i): PersonRecord => {
        const before = known[i] && unpack(known[i]);
        return { id: ids[i]!, ...before, [part]: row };
      });
      await tx.table('people').bulkPut(merged.map(pack));
    });
  }
  await inParts<FlockRow>(tx, 'flocks', (rows) => tx.table('flocks').bulkPut(rows.map(packings.flocks.pack)));
  await inParts<PageRow>(tx, 'pages', (rows) => tx.table('pages').bulkPut(rows.map(packings.pages.pack)));
  await inParts<PostRow>(tx, 'posts', (rows) =>
    tx.table('bundles').bulkPut(bundlesOf(rows, postBundling).map(packings.bundles.pack)),
  );
  await inParts<TextRow>(tx, 'texts', async (rows) => {
    await tx.table('wordings').bulkPut(rows.map(({ key, compact, bands, words }) => ({ key, compact, bands, words })));
    await tx.table('groups').bulkPut(rows.map((row) => parted(row).group));
  });
}

type OldWording = Pick<TextRow, 'key' | 'compact' | 'bands' | 'words'>;

/** Version 4 → 5: words onto sheets, groups of one text by one account out, and marks in place of names of parts. */
export async function moveTexts(tx: Transaction): Promise<void> {
  await inParts<PackedPerson>(tx, 'people', (rows) => tx.table('people').bulkPut(rows.map(unpack).map(pack)));
  await inParts<OldWording>(tx, 'wordings', async (rows) => {
    const keys = rows.map(({ key }) => key);
    const groups: (GroupRecord | undefined)[] = await tx.table('groups').bulkGet(keys);
    const pairs = rows.flatMap((row, i) => {
      const group = groups[i];
      return group ? [{ wording: { ...row, first: group.first }, group }] : [];
    });
    const texts = pairs.map(({ wording }) => wording);
    await tx.table('sheets').bulkPut(bundlesOf(texts, textBundling).map(packings.sheets.pack));
    const alone = pairs.filter(({ wording, group }) => isAlone(wording, group));
    await tx.table('groups').bulkDelete(alone.map(({ wording }) => wording.key));
  });
}

/** Version 7 → 8: how many accounts have each part. */
export async function countPeople(tx: Transaction): Promise<void> {
  const sums = { account: 0, evidence: 0, verdict: 0, dismissal: 0 };
  await inParts<PackedPerson>(tx, 'people', async (rows) => {
    for (const row of rows.map(unpack)) {
      for (const part of Object.values(PEOPLE)) if (row[part] !== undefined) sums[part]++;
    }
  });
  await tx.table('sums').put({ key: 'people', ...sums });
}

async function inParts<Row>(tx: Transaction, name: string, move: (rows: Row[]) => PromiseLike<unknown>): Promise<void> {
  const table = tx.table<Row, string>(name);
  for (let after = ''; ; ) {
    const rows = await table.where(':id').above(after).limit(PART).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    await move(rows);
    after = String((last as Record<string, unknown>)[table.schema.primKey.keyPath as string]);
  }
}
