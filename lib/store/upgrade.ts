/** Version 2 → 3: the rows of the old tables into records, in parts, inside the upgrade's own transaction. */
import type { Transaction } from 'dexie';
import type { AccountEvidence, FlockRow, PageRow, TextRow } from '../flocks/evidence';
import type { AccountRow, Dismissal, PostRow } from '../log';
import type { Verdict } from '../model';
import { bundlesOf } from './bundles';
import { type PackedPerson, packings } from './packing';
import type { PersonRecord } from './schema';
import { parted } from './wordings';

const PART = 1000;

/** The tables whose rows became one record, and the part of it that they hold. */
const PEOPLE = { accounts: 'account', evidence: 'evidence', verdicts: 'verdict', dismissals: 'dismissal' } as const;
const { pack, unpack } = packings.people;
type PersonRow = AccountRow | AccountEvidence | Verdict | Dismissal;

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
  await inParts<PostRow>(tx, 'posts', (rows) => tx.table('bundles').bulkPut(bundlesOf(rows)));
  await inParts<TextRow>(tx, 'texts', async (rows) => {
    await tx.table('wordings').bulkPut(rows.map((row) => parted(row).wording));
    await tx.table('groups').bulkPut(rows.map((row) => parted(row).group));
  });
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
