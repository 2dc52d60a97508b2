import { expect, test } from 'vitest';
import { openForgotten, withForgotten } from '@/lib/care/forgotten';
import { madeAccountId } from '@/lib/made-ids';

test('who is forgotten stays out by id, by handle, and as an archive without ids knows them', () => {
  const them = openForgotten(withForgotten(undefined, 'a secret of this machine', '48', ['Baker_One', 'old_name']))!;
  expect(['48', '49'].map(them.account)).toEqual([true, false]);
  expect(['baker_one', 'OLD_NAME', 'rye'].map(them.handle)).toEqual([true, true, false]);
  expect(['baker_one', 'old_name', 'rye'].map((handle) => them.account(madeAccountId(handle)))).toEqual([
    true,
    true,
    false,
  ]);
});
