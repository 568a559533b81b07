import { whoMayOnBooking } from '../../api/bookings/queries/who-may.ts'
import { whoMayOnCase } from '../../api/cases/queries/who-may.ts'
import type { Actor, Ctx } from '../../api/context.ts'
import type { Refusal } from '../../api/errors.ts'
import { leads, works } from '../../api/policy.ts'
import { peopleOnShift } from '../../api/shifts/queries.ts'
import { staffActor, staffMembers, staffNames } from '../../api/staff/queries.ts'
import type { Copy } from '../copy/copy.ts'

const MOST_NAMES = 3

/** A no by the policy, with the names of those who can. */
export async function whoCanWords(ctx: Ctx, no: Refusal, copy: Copy): Promise<string> {
  const { action, id } = no.facts
  const ids =
    typeof action === 'string' && typeof id === 'string'
      ? [...(await whoMayOnCase(ctx, id, action)), ...(await whoMayOnBooking(ctx, id, action))]
      : await everybodyWho(ctx, action === 'erase' ? leads : works)
  if (ids.length === 0) return copy.acts.nobodyCan()
  const first = ids.slice(0, MOST_NAMES)
  const names = await staffNames(ctx, first)
  return copy.acts.whoCan(first.flatMap((one) => names.get(one) ?? []).join(', '))
}

async function everybodyWho(ctx: Ctx, may: (who: Actor) => boolean): Promise<string[]> {
  const here = new Set((await peopleOnShift(ctx)).map((it) => it.id))
  const members = (await staffMembers(ctx)).filter((it) => may(staffActor(it)))
  return members.map((it) => it.id).toSorted((one, other) => Number(here.has(other)) - Number(here.has(one)))
}
