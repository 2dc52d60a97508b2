import { describe, expect, test } from 'vitest';
import type { Dismissal, Log } from '../../lib/log';
import { memoryLog } from '../../lib/store/memory-log';
import { openUnit } from '../../lib/unit';

const dismissal = (accountId: string, atMs = 0): Dismissal => ({ accountId, dismissed: true, atMs });

/** A log that counts what is asked of it. */
function counting() {
  const log = memoryLog();
  const asked = { gets: [] as (readonly string[])[], puts: [] as (readonly string[])[] };
  const shelf: Log['shelves']['dismissals'] = {
    ...log.shelves.dismissals,
    get: (keys) => {
      asked.gets.push([...keys]);
      return log.shelves.dismissals.get(keys);
    },
    put: (rows) => {
      asked.puts.push(rows.map((row) => row.accountId));
      return log.shelves.dismissals.put(rows);
    },
  };
  const counted: Log = { ...log, shelves: { ...log.shelves, dismissals: shelf } };
  return { log, unit: openUnit(counted), asked };
}

describe('a unit of work', () => {
  test('reads each row once, also one that is not there', async () => {
    const { unit, asked } = counting();
    await unit.get('dismissals', '1');
    await unit.getMany('dismissals', ['1', '2', '2', '3']);
    await unit.getMany('dismissals', ['3', '1']);
    expect(asked.gets).toEqual([['1'], ['2', '3']]);
  });

  test('answers in the order of the keys, repeats among them', async () => {
    const { unit } = counting();
    unit.put('dismissals', dismissal('2'));
    const rows = await unit.getMany('dismissals', ['3', '2', '2']);
    expect(rows.map((row) => row?.accountId)).toEqual([undefined, '2', '2']);
  });

  test('writes at the end, each row once, as it was put last', async () => {
    const { log, unit, asked } = counting();
    unit.put('dismissals', dismissal('1', 1));
    unit.put('dismissals', dismissal('2', 2));
    unit.put('dismissals', dismissal('1', 3));
    expect(log.rows.dismissals.size).toBe(0);
    await unit.flush();
    expect(asked.puts).toEqual([['1', '2']]);
    expect(log.rows.dismissals.get('1')?.atMs).toBe(3);
    await unit.flush();
    expect(asked.puts).toHaveLength(1);
  });

  test('sees what it has put itself, before and after writing', async () => {
    const { unit, asked } = counting();
    unit.put('dismissals', dismissal('1', 7));
    expect((await unit.get('dismissals', '1'))?.atMs).toBe(7);
    await unit.flush();
    expect((await unit.get('dismissals', '1'))?.atMs).toBe(7);
    expect(asked.gets).toEqual([]);
  });

  test('writes again what is put again', async () => {
    const { log, unit } = counting();
    unit.put('dismissals', dismissal('1', 1));
    await unit.flush();
    unit.put('dismissals', dismissal('1', 2));
    await unit.flush();
    expect(log.rows.dismissals.get('1')?.atMs).toBe(2);
  });

  test('where the log does not write, the change is not taken for written', async () => {
    const log = memoryLog();
    let fails = true;
    const put: Log['shelves']['dismissals']['put'] = async (rows) => {
      if (fails) throw new Error('no space');
      await log.shelves.dismissals.put(rows);
    };
    const unit = openUnit({ ...log, shelves: { ...log.shelves, dismissals: { ...log.shelves.dismissals, put } } });
    unit.put('dismissals', dismissal('1'));
    await expect(unit.flush()).rejects.toThrow('no space');
    fails = false;
    await unit.flush();
    expect(log.rows.dismissals.size).toBe(1);
  });
});
