import { channelById } from '../api/channels/queries.ts'
import { addressOf } from '../api/conversations/queries.ts'
import { takeAlong } from '../api/outbox/commands/gather.ts'
import { LEAVE_GROUP } from '../api/outbox/commands/post.ts'
import { tellThatAnswersLeft, tellThatAnswerWaits } from '../api/notifications/commands/tell-of-answers.ts'
import { tellOfFailure } from '../api/notifications/commands/tell-of-failures.ts'
import { spentUntil } from '../api/notifications/queries/quota.ts'
import { settleParcel, unsettleParcel } from '../api/outbox/commands/settle.ts'
import type { Outcome, Parcel } from '../api/outbox/schema.ts'
import type { Doors } from './doors.ts'
import { MOST_OBJECTS, objectsIn } from './notices/together.ts'
import { NotForHere, wordsFor } from './notices/words.ts'

export type Deliverer = {
  /** Sends committed parcels, in order within a conversation, and settles each. Never throws: what goes wrong is in the outcome. */
  deliverParcels: (parcels: Parcel[]) => void
  deliverNow: (parcel: Parcel) => Promise<void>
  /** The platform had taken a parcel and says now that it did not arrive. */
  undelivered: (parcel: { id: string; tenantId: string }, outcome: Outcome) => Promise<void>
  /** Resolves when nothing is on its way any more. */
  idle: () => Promise<void>
}

export type DelivererNeeds = {
  doors: Doors
  publicUrl: string
  /** asks for another try later; losing it loses nothing, the outbox is swept */
  retryLater: (parcelId: string, afterMs: number) => void
  /** a bug, told once; answers its id */
  report: (trouble: unknown, about: Record<string, unknown>) => string
}

export function startDelivering(needs: DelivererNeeds): Deliverer {
  const lanes = new Map<string, Promise<void>>()

  async function deliverNow(parcel: Parcel): Promise<void> {
    let now = parcel
    try {
      now = await withWaitingNews(parcel)
    } catch (trouble) {
      // the reply itself must not wait for it
      needs.report(trouble, { parcelId: parcel.id, tenantId: parcel.tenantId })
    }
    for (;;) {
      const outcome = await tryOnce(now)
      const onceMore = outcome.state === 'again' && outcome.afterMs === 0
      if (onceMore) {
        now = { ...now, attempts: now.attempts + 1, sentAs: outcome.sentAs ?? now.sentAs }
        continue
      }
      if (await settleParcel(parcel, outcome)) {
        await goOn(parcel, outcome)
        await tellOfAnswers(parcel, now.messages.length > parcel.messages.length, outcome)
      }
      return
    }
  }

  /** A first reply into a group, or anywhere while the month is spent, carries for free what waits there. */
  async function withWaitingNews(parcel: Parcel): Promise<Parcel> {
    const fresh = parcel.replyToken && !parcel.sentAs && parcel.attempts === 0
    if (!fresh || objectsIn(parcel.messages) > MOST_OBJECTS - 2) return parcel
    const group = (await addressOf(parcel))?.kind === 'group'
    return group || (await spentUntil(parcel)) ? takeAlong(parcel) : parcel
  }

  async function goOn(parcel: { id: string; tenantId: string }, outcome: Outcome): Promise<void> {
    if (outcome.state === 'again') needs.retryLater(parcel.id, outcome.afterMs)
    if (outcome.state === 'dead' && outcome.unreachable) await tellOfFailure(parcel)
  }

  /** What staff wrote to a customer and what had to wait: that it does, and that it has left. */
  async function tellOfAnswers(parcel: Parcel, tookAlong: boolean, outcome: Outcome): Promise<void> {
    const answer = parcel.event === 'staff.answered'
    if (answer && outcome.state === 'held' && outcome.found) await tellThatAnswerWaits(parcel)
    if ((answer || tookAlong) && outcome.state === 'sent') await tellThatAnswersLeft(parcel)
  }

  async function tryOnce(parcel: Parcel): Promise<Outcome> {
    try {
      const [channel, address] = await Promise.all([channelById(parcel.channelId), addressOf(parcel)])
      const door = channel && needs.doors[channel.kind]
      if (!channel || !door || !address) return { state: 'dead', why: 'the channel is not connected' }
      if (parcel.event === LEAVE_GROUP)
        return (
          (await door.groups?.leave(parcel, channel, address.to)) ?? { state: 'dead', why: 'there are no groups here' }
        )
      const place = { channel: channel.kind === 'whatsapp' ? 'whatsapp' : 'line', kind: address.kind } as const
      return await door.send(parcel, () => wordsFor(parcel, needs.publicUrl, place), channel, address)
    } catch (trouble) {
      if (trouble instanceof NotForHere) return { state: 'dead', why: trouble.message }
      const id = needs.report(trouble, {
        parcelId: parcel.id,
        tenantId: parcel.tenantId,
        conversationId: parcel.conversationId,
      })
      return { state: 'dead', why: `a bug on our side (${id})` }
    }
  }

  function deliverParcels(parcels: Parcel[]): void {
    for (const parcel of parcels) {
      const before = lanes.get(parcel.conversationId) ?? Promise.resolve()
      const mine = before
        .then(() => deliverNow(parcel))
        .catch((trouble: unknown) => void needs.report(trouble, { parcelId: parcel.id, tenantId: parcel.tenantId }))
        .then(() => {
          if (lanes.get(parcel.conversationId) === mine) lanes.delete(parcel.conversationId)
        })
      lanes.set(parcel.conversationId, mine)
    }
  }

  return {
    deliverParcels,
    deliverNow,
    async undelivered(parcel, outcome) {
      if (await unsettleParcel(parcel.id, outcome)) await goOn(parcel, outcome)
    },
    async idle() {
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
  }
}
