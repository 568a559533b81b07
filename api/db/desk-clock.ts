import { database } from './connection.ts'
import { asOwner } from './owner.ts'
import { readAsTenant } from './tenant-transaction.ts'

/** Moves the desk's clock. Only the owner's login may: for tests and the simulator. */
export async function moveDeskClock(ownerUrl: string, ms: number): Promise<void> {
  await asOwner(ownerUrl, async (ask) => {
    await ask(`update desk_clock set shift = shift + $1 * interval '1 millisecond'`, [ms])
  })
  // this process learns the new time at once, not with its next turn
  const { rows } = await database().machinery.query<{ id: string }>('select id from tenants limit 1')
  if (rows[0]) await readAsTenant(rows[0].id, 'select 1')
}
