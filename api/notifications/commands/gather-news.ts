import { chatsWithDueNews, type DueChat, pushedLately, putNewsOff, takeTogether } from '../../outbox/commands/gather.ts'
import type { Parcel } from '../../outbox/schema.ts'
import { tenantById } from '../../tenants/queries.ts'
import { spentUntil } from '../queries/quota.ts'

const MOST_CHATS = 100

/** What has waited long enough, one parcel for each chat; what must wait longer is put off. */
export async function takeDueNews(): Promise<Parcel[]> {
  const parcels: Parcel[] = []
  for (const chat of await chatsWithDueNews(MOST_CHATS)) {
    const longer = await mustWaitLonger(chat)
    if (longer) await putNewsOff(chat.conversationId, longer.for, longer.until)
    else {
      const parcel = await takeTogether(chat)
      if (parcel) parcels.push(parcel)
    }
  }
  return parcels
}

/** A spent month waits for a free reply or the next one; a group that has heard enough this hour gets one list when the hour is over. */
async function mustWaitLonger(chat: DueChat): Promise<{ for: 'digest' | 'quota'; until: Date } | undefined> {
  const nextMonth = await spentUntil(chat)
  if (nextMonth) return { for: 'quota', until: nextMonth }
  if (chat.digest) return undefined
  const { groupPushesPerHour } = (await tenantById(chat.tenantId)).settings
  const { count, freeAt } = await pushedLately(chat.conversationId)
  return freeAt && count >= groupPushesPerHour ? { for: 'digest', until: freeAt } : undefined
}
