import { deskNowMs } from '../../api/db/tenant-transaction.ts'
import { noteSpent } from '../../api/notifications/commands/keep-quota.ts'
import { spentUntil } from '../../api/notifications/queries/quota.ts'
import { keepBody } from '../../api/outbox/commands/take.ts'
import { type Parcel, reasonOf } from '../../api/outbox/schema.ts'
import type { Door } from '../doors.ts'
import { pace } from '../pace.ts'
import { callLine, lineProfile } from './client.ts'
import { lineContent } from './content.ts'
import { lineGroups } from './groups.ts'
import { lookAtLine, probeLine } from './look.ts'
import { hear } from './parse.ts'
import { giveLineMenu, putLineMenus } from './rich-menu.ts'
import { lineBody, sendOnLine, wayOf } from './send.ts'

/** LINE allows 2,000 calls a second on a channel's endpoint; half of it leaves room for other processes. */
const PER_CHANNEL = { perSecond: 1_000, burstMs: 1_000, mostMs: 2_000 }

/** How many a group has changes seldom, and only what a push costs depends on it. */
const COUNTED_FOR_MS = 3_600_000

const isForStaff = ({ messages }: Parcel): boolean =>
  messages.every((it) => it.type === 'notice' && it.audience === 'staff')

/** LINE at `base` (its API, or a stand-in for it); pictures and files come from, and go to, a host of their own. */
export function lineDoor(base: string, dataBase: string): Door {
  const myTurn = pace(PER_CHANNEL)
  const members = new Map<string, { count: number; at: number }>()

  /** A push to a group costs one per member: counted at most once an hour. */
  async function recipientsOf(token: string, to: string): Promise<number> {
    if (!/^C[0-9a-f]{32}$/.test(to)) return 1
    const known = members.get(to)
    if (known && performance.now() - known.at < COUNTED_FOR_MS) return known.count
    try {
      const answer = await callLine(base, {
        method: 'GET',
        path: `/v2/bot/group/${to}/members/count`,
        token,
        timeoutMs: 2_000,
      })
      const count = Number((JSON.parse(answer.body) as { count?: unknown }).count)
      if (answer.status === 200 && Number.isInteger(count)) members.set(to, { count, at: performance.now() })
      return Number.isInteger(count) ? count : 1
    } catch {
      // the price of a push is bookkeeping: the message itself must not wait for it
      return 1
    }
  }

  async function callBriefly(token: string, path: string, said: object): Promise<void> {
    await callLine(base, { method: 'POST', path, token, body: Buffer.from(JSON.stringify(said)), timeoutMs: 2_000 })
  }

  return {
    hear,
    busy: (channel, address) =>
      callBriefly(channel.token, '/v2/bot/chat/loading/start', {
        chatId: address.to,
        // it ends with the next message; the shortest, should it reach LINE after that
        loadingSeconds: 5,
      }),
    // Messaging API: "Display a loading animation" and "Mark messages as read"
    async read(channel, heard) {
      if (heard.readToken)
        await callBriefly(channel.token, '/v2/bot/chat/markAsRead', { markAsReadToken: heard.readToken })
    },
    groups: lineGroups(base),
    profile: (channel, userId) => lineProfile(base, channel.token, userId),
    media: (channel, messageId) => lineContent(dataBase, channel.token, messageId),
    look: (at) => lookAtLine(base, at),
    probe: (channel) => probeLine(base, channel),
    putMenus: (channel, menus) => putLineMenus({ api: base, data: dataBase }, channel, menus),
    giveMenu: (channel, userId, menu) => giveLineMenu({ api: base, data: dataBase }, channel, userId, menu),
    async send(parcel, words, channel, address) {
      const turnInMs = await myTurn(channel.id)
      if (turnInMs > 0) return { state: 'again', afterMs: turnInMs, why: 'the channel sends as fast as it may' }
      const way = wayOf(parcel, deskNowMs())
      if (way === 'nobody knows')
        return { state: 'unknown', why: 'the reply may have arrived, and its token has expired', sentAs: 'reply' }
      const spent = way === 'push' && parcel.mayWait ? await spentUntil(parcel) : undefined
      if (spent) return { state: 'held', until: spent, why: 'the month’s quota is used up' }
      const recipients = way === 'push' ? await recipientsOf(channel.token, address.to) : 0
      const target = { base, token: channel.token, ...address, recipients }
      const body = (way === 'push' ? parcel.body : null) ?? lineBody(parcel, await words(), way, target)
      if (way === 'push' && !parcel.body) await keepBody(parcel.id, body)
      const outcome = await sendOnLine(parcel, body, way, target, (rest) => keepBody(parcel.id, rest))
      if (outcome.state !== 'dead' || reasonOf({ state: 'dead', trouble: outcome.why }) !== 'quota') return outcome
      await noteSpent(parcel)
      // what staff must hear of goes with the next word in their group rather than not at all
      const until = parcel.mayWait || isForStaff(parcel) ? await spentUntil(parcel) : undefined
      return until ? { state: 'held', until, why: outcome.why, found: true } : outcome
    },
  }
}
