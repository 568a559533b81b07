import { type Ctx, perTransaction } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { namedChats } from '../rules.ts'
import { planOf } from './plan.ts'

export type StaffAlone = { id: string; channelId: string; language: Language; alone: true }

/** The chats of single members of staff that a rule names, in their own language. Without such a rule (the usual) nothing is looked up. */
export async function staffAlone(ctx: Ctx): Promise<StaffAlone[]> {
  const named = namedChats((await planOf(ctx)).rules)
  if (named.length === 0) return []
  const known = met(ctx)
  if (known.alone) return known.alone
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.channel_id as "channelId", s.language, true as alone from conversations c
     join staff_identities i on i.channel_id = c.channel_id and i.external_id = c.source_id join staff s on s.id = i.staff_id and s.active
     where c.id = any(?::uuid[]) and c.kind = 'direct' order by c.created_at`,
    [named],
  )) as { rows: StaffAlone[] }
  known.alone = rows
  return rows
}

const met = perTransaction((): { alone?: StaffAlone[] } => ({}))
