import { type Channel, channelById } from '../../api/channels/queries.ts'
import { noMoreLooks, partsToLookAt } from '../../api/whatsapp/commands/parts.ts'
import { type Base, messageStatus } from './client.ts'
import { isStatus, type OnUndelivered, statusCame } from './status.ts'

const MOST = 200
const AT_ONCE = 4
/** Twilio does not know the message (any more). */
const GONE = 20_404

/**
 * Asks Twilio about messages of whose arrival nothing was heard: shortly after they were sent, and then every hour. What it says counts as a
 * callback does, and only moves a message forward.
 */
export async function lookForStatuses(base: Base, onUndelivered: OnUndelivered): Promise<void> {
  const due = await partsToLookAt(MOST)
  const troubles: unknown[] = []
  const look = async () => {
    for (let it = due.shift(); it; it = due.shift()) {
      const { id, channelId, sid } = it
      const channel = await channelById(channelId)
      // one that fails holds up none of the others
      if (channel && !channel.paused)
        await lookAt(base, channel, { partId: id, sid }, onUndelivered).catch((trouble: unknown) =>
          troubles.push(trouble),
        )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, look))
  if (troubles.length > 0) throw troubles[0]
}

async function lookAt(
  base: Base,
  channel: Channel,
  it: { partId: string; sid: string },
  onUndelivered: OnUndelivered,
): Promise<void> {
  const said = await messageStatus(base, channel, it.sid)
  if (said.state === 'refused' && said.code === GONE) return noMoreLooks(it.partId)
  if (said.state !== 'done' || !isStatus(said.value.status)) return
  await statusCame(channel, { ...it, status: said.value.status, code: said.value.errorCode }, onUndelivered)
}
