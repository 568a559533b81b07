import { visibleCases } from '../../cases/queries/visible-cases.ts'
import { visibleConversations } from '../../conversations/queries/list-conversations.ts'
import type { Ctx } from '../../context.ts'
import { allOf, type Condition } from '../../db/conditions.ts'
import { OutboxRow } from '../model.ts'

/** What tells of a case is for whoever may see that case, what tells of a booking for everybody, anything else for whoever may see its chat. */
export async function visibleParcels(ctx: Ctx): Promise<Condition | undefined> {
  const [cases, chats] = [await visibleCases(ctx), await visibleConversations(ctx)]
  return (
    cases &&
    chats && {
      sql: `case when outbox.case_id is not null then outbox.case_id in (select cases.id from cases where ${cases.sql})
        else outbox.booking_id is not null
          or outbox.conversation_id in (select conversations.id from conversations where ${chats.sql}) end`,
      bindings: [...cases.bindings, ...chats.bindings],
    }
  )
}

export async function visibleParcel(ctx: Ctx, id: string): Promise<OutboxRow | undefined> {
  const { sql, bindings } = allOf([await visibleParcels(ctx)])
  return OutboxRow.query(ctx.trx).findById(id).whereRaw(sql, bindings)
}
