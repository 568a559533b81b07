import type { Ctx } from '../../context.ts'
import { staffActor, staffMembers } from '../../staff/queries.ts'
import { casePolicy } from '../policy.ts'
import type { CaseAction } from '../schema.ts'
import { caseById } from './cases-of-contact.ts'

/** Ids of those on the team who may do this to a case as it stands now; whose it is comes first. */
export async function whoMayOnCase(ctx: Ctx, caseId: string, action: string): Promise<string[]> {
  const it = await caseById(ctx, caseId)
  if (!it) return []
  const members = await staffMembers(ctx)
  return members
    .filter((member) => casePolicy.actions(staffActor(member), it).includes(action as CaseAction))
    .map((member) => member.id)
    .toSorted((one, other) => Number(other === it.ownerId) - Number(one === it.ownerId))
}
