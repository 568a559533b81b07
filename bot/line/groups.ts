import { saidName } from '../../api/said-name.ts'
import type { Outcome, Parcel } from '../../api/outbox/schema.ts'
import type { GroupDoor } from '../doors.ts'
import { callLine, FateUnknown, NotReached } from './client.ts'
import { again } from './send.ts'

const TIMEOUT_MS = 8_000
/** A name is a courtesy: nobody waits long for it. */
const NAME_TIMEOUT_MS = 1_500

/** Groups (C…) and the older multi-person rooms (R…) have the same calls under two names; a room has no name. */
const pathOf = (groupId: string): string | undefined => {
  if (/^C[0-9a-f]{32}$/.test(groupId)) return `/v2/bot/group/${groupId}`
  return /^R[0-9a-f]{32}$/.test(groupId) ? `/v2/bot/room/${groupId}` : undefined
}

/** What LINE tells of groups, and how the bot leaves one. */
export function lineGroups(base: string): GroupDoor {
  async function look(token: string, path: string): Promise<Record<string, unknown> | undefined> {
    try {
      const answer = await callLine(base, { method: 'GET', path, token, timeoutMs: NAME_TIMEOUT_MS })
      return answer.status === 200 ? (JSON.parse(answer.body) as Record<string, unknown>) : undefined
    } catch {
      // names are a courtesy: without one the desk has its own word for the place or the person
      return undefined
    }
  }

  return {
    async name(channel, groupId) {
      const path = pathOf(groupId)
      const said = path?.includes('/group/') ? await look(channel.token, `${path}/summary`) : undefined
      return saidName(said?.['groupName'])
    },
    async member(channel, groupId, userId) {
      const path = pathOf(groupId)
      if (!path || !/^U[0-9a-f]{32}$/.test(userId)) return undefined
      const name = saidName((await look(channel.token, `${path}/member/${userId}`))?.['displayName'])
      return name === undefined ? undefined : { name, language: undefined }
    },
    leave: (parcel, channel, groupId) => leave(parcel, base, channel.token, pathOf(groupId)),
  }
}

/** Leaving twice is leaving: a group that LINE does not know any more is left. */
async function leave(parcel: Parcel, base: string, token: string, path: string | undefined): Promise<Outcome> {
  if (!path) return { state: 'dead', why: 'not a group of LINE' }
  const left: Outcome = { state: 'sent', sentAs: 'reply', recipients: 0 }
  try {
    const answer = await callLine(base, { method: 'POST', path: `${path}/leave`, token, timeoutMs: TIMEOUT_MS })
    if (answer.status === 200 || answer.status === 404) return left
    const why = `${answer.status} on leaving`
    return answer.status === 429 || answer.status >= 500 ? again(parcel, why, {}) : { state: 'dead', why }
  } catch (trouble) {
    if (trouble instanceof NotReached || trouble instanceof FateUnknown) return again(parcel, trouble.message, {})
    throw trouble
  }
}
