import { proposeTime } from '../../api/bookings/commands/propose-time.ts'
import { bookingById, bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { askCustomer } from '../../api/cases/commands/ask-customer.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { channelById } from '../../api/channels/queries.ts'
import { slotById } from '../../api/catalogue/queries.ts'
import type { Ctx } from '../../api/context.ts'
import { answerCustomer } from '../../api/conversations/commands/answer-customer.ts'
import { contactOfConversation, conversationById, isBlocked } from '../../api/conversations/queries.ts'
import type { ConversationState, PendingReply } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { uuidPattern } from '../../api/ids.ts'
import { spentUntil } from '../../api/notifications/queries/quota.ts'
import { ownWords } from '../../api/notifications/queries/plan.ts'
import { mustWork } from '../../api/policy.ts'
import { staffNames } from '../../api/staff/queries.ts'
import { windowOf } from '../../api/whatsapp/queries.ts'
import { type Copy, copyIn } from '../copy/copy.ts'
import { card, tapsOf, text } from '../messages.ts'
import { offerSentence } from '../notices/offered-time.ts'
import { bookingValues } from '../notices/values.ts'
import { mayWrite, pricedWhen, windowFact } from './cards.ts'
import { offerDraft } from './acts/knowledge.ts'
import { staleCase, theCase, withBookingCard, withCaseCard } from './acts/present.ts'
import { isOver } from './card-acts.ts'
import type { StaffAnswer, StaffTurn } from './staff-turn.ts'

const FORGOTTEN_MS = 10 * 60_000
/** An old draft is not sent: what it answers may be long over. */
const TOO_OLD_MS = 60 * 60_000
const MOST_CHARACTERS = 4_000

export type About = 'case' | 'booking' | 'conversation'
type Does = NonNullable<PendingReply['does']> | 'reply'

/** That person's next text in this group is for this: a reply, a question, a note, an order, another time. */
export async function startWriting(
  turn: StaffTurn,
  does: Does,
  kind: string,
  id: string,
  resolves?: PendingReply['resolves'],
): Promise<StaffAnswer> {
  const { copy, who } = turn
  const over = await nothingToAsk(turn, does, id)
  if (over) return over
  const { pending: about, reference } = await pendingFor(turn, does, kind, id)
  const pending: PendingReply = resolves ? { ...about, resolves } : about
  if (does === 'note' || does === 'order') {
    const order = resolves ? copy.acts.orderNeeded : copy.acts.orderPrompt
    const words = does === 'note' ? copy.acts.notePrompt : order
    return {
      say: [text(words({ who: who.name, reference }), [wayOut(turn, pending)])],
      state: withReply(turn.state, who.id, pending),
    }
  }
  const { name } = await customerOf(turn.ctx, pending.conversationId, copy)
  const prompt =
    does === 'ask' ? copy.acts.askPrompt : does === 'propose' ? copy.acts.proposePrompt : copy.staff.replyPrompt
  return {
    say: [text(prompt({ who: who.name, name }), [wayOut(turn, pending)])],
    state: withReply(turn.state, who.id, pending),
  }
}

const wayOut = ({ copy, reader }: StaffTurn, { at }: PendingReply) =>
  tapsOf(reader)(copy.staff.cancelReply, 'reply_cancel', at)

/** A solved case waits for nobody: that is said before a question is written, not when it is sent. */
async function nothingToAsk(turn: StaffTurn, does: Does, caseId: string): Promise<StaffAnswer | undefined> {
  if (does !== 'ask' || !uuidPattern.test(caseId)) return undefined
  const it = await theCase(turn, caseId)
  return isOver(it) ? staleCase(turn, it) : undefined
}

/** What that person is in the middle of writing, unless it was long ago or is a preview already. */
export function beingWritten(turn: StaffTurn): PendingReply | undefined {
  const pending = turn.state.replies?.[turn.who.id]
  const fresh = pending && turn.ctx.now.getTime() - Date.parse(pending.at) < FORGOTTEN_MS
  return fresh && pending.text === undefined ? pending : undefined
}

export const nothingWritten = (turn: StaffTurn): ConversationState => withReply(turn.state, turn.who.id, undefined)

/** The words as the customer would get them, for their writer to send or not. */
export async function previewOf(
  turn: StaffTurn,
  does: 'reply' | 'ask' | 'propose',
  kind: string,
  id: string,
  it: { words: string } | { slotId: string } | { date: string; time?: string },
): Promise<StaffAnswer> {
  const over = await nothingToAsk(turn, does, id)
  if (over) return over
  const { pending, reference } = await pendingFor(turn, does, kind, id)
  if ('words' in it) return preview(turn, { ...pending, text: it.words.trim().slice(0, MOST_CHARACTERS) })
  return preview(turn, { ...pending, ...it, text: await offerText(turn, pending, reference, it) })
}

export async function preview(turn: StaffTurn, pending: PendingReply): Promise<StaffAnswer> {
  const { copy, ctx, reader, who } = turn
  const { name } = await customerOf(ctx, pending.conversationId, copy)
  const tap = tapsOf(reader)
  const acts = [tap(copy.staff.send, 'reply_send', pending.at), tap(copy.staff.cancelReply, 'reply_cancel', pending.at)]
  const reference = await referenceOf(ctx, pending)
  const draft = card({
    title: copy.staff.preview(name),
    ...(reference && { subtitle: reference }),
    facts: [
      ...windowFact(await windowOf(ctx, pending.conversationId ?? null), reader),
      ...(pending.conversationId && (await isBlocked(ctx, pending.conversationId))
        ? [{ label: 'LINE', value: copy.staff.isBlocked }]
        : []),
      ...((await mustWait(ctx, pending.conversationId)) ? [{ label: 'LINE', value: copy.news.quotaSpent }] : []),
    ],
    body: pending.text ?? '',
    acts,
  })
  return { say: [draft], state: withReply(turn.state, who.id, pending) }
}

/** With many open at once, a draft says which it is about. */
const referenceOf = async (ctx: Ctx, { bookingId, caseId }: PendingReply): Promise<string | undefined> =>
  (caseId ? await caseById(ctx, caseId) : bookingId ? await bookingById(ctx, bookingId) : undefined)?.reference

/** Sends the previewed words: only their writer may, once, and while they are fresh. */
export async function sendReply(turn: StaffTurn, at: string): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  const pending = turn.state.replies?.[turn.who.id]
  if (!pending?.text || pending.at !== at || !pending.conversationId) return notTheirs(turn, at)
  const state = nothingWritten(turn)
  if (ctx.now.getTime() - Date.parse(at) > TOO_OLD_MS) return { say: [text(copy.acts.previewExpired())], state }
  const { name } = await customerOf(ctx, pending.conversationId, copy)
  return { ...(await send(turn, pending, name)), state }
}

async function send(turn: StaffTurn, it: PendingReply, name: string): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  const { bookingId, caseId, conversationId = '', text: written = '' } = it
  const waits = await mustWait(ctx, conversationId)
  const asIs = (words: string) => (waits ? `${words}\n${copy.news.sentWhenFree(name)}` : words)
  if (it.does === 'ask' && caseId) {
    const asked = await askCustomer(ctx, { caseId, text: written })
    return withCaseCard(turn, caseId, asIs(copy.acts.asked({ reference: asked.reference, name })))
  }
  if (it.does === 'propose' && bookingId) {
    const when = it.slotId ? { slotId: it.slotId } : { date: it.date ?? '', time: it.time }
    const proposed = await proposeTime(ctx, { bookingId, ...when })
    return withBookingCard(turn, bookingId, asIs(copy.acts.proposed({ reference: proposed.reference, name })))
  }
  const { draftId } = await answerCustomer(ctx, {
    conversationId,
    text: written,
    ...(caseId && { caseId }),
    ...(bookingId && { bookingId }),
  })
  const window = await windowOf(ctx, conversationId)
  const limited = window?.stopped ? copy.whatsapp.sentIfAsked(name) : copy.whatsapp.sentIfItMay(name)
  const sent = (await isBlocked(ctx, conversationId)) ? copy.staff.sentBlocked(name) : copy.staff.sent(name)
  const words = mayWrite(window, ctx.now) ? sent : limited
  return {
    say: [text(waits ? copy.news.sentWhenFree(name) : words), ...(draftId ? await offerDraft(turn, draftId) : [])],
  }
}

/** The month's quota is known to be spent: what is written to the customer leaves with their next message. */
async function mustWait(ctx: Ctx, conversationId: string | undefined): Promise<boolean> {
  const chat = conversationId ? await conversationById(ctx, conversationId) : undefined
  return chat !== undefined && (await spentUntil({ tenantId: ctx.tenantId, channelId: chat.channelId })) !== undefined
}

export async function cancelReply(turn: StaffTurn, at: string): Promise<StaffAnswer> {
  const pending = turn.state.replies?.[turn.who.id]
  if (!pending || pending.at !== at) return notTheirs(turn, at)
  return { say: [text(turn.copy.staff.notSent())], state: nothingWritten(turn) }
}

/** Somebody else's draft is still waiting for its writer; any other is gone. */
async function notTheirs({ copy, ctx, reader, state, who }: StaffTurn, at: string): Promise<StaffAnswer> {
  const [writer] =
    Object.entries(state.replies ?? {}).find(([id, it]) => id !== who.id && it.at === at && it.text) ?? []
  const name = writer && (await staffNames(ctx, [writer], reader.language)).get(writer)
  return { say: [text(name ? copy.staff.notYourDraft(name) : copy.staff.nothingToSend())] }
}

async function pendingFor(turn: StaffTurn, does: Does, kind: string, id: string) {
  const { ctx } = turn
  mustWork(ctx, does)
  if (!uuidPattern.test(id)) throw new Refusal('not_found')
  const found = kind === 'case' ? await caseById(ctx, id) : kind === 'booking' ? await bookingById(ctx, id) : undefined
  if (kind !== 'conversation' && !found) throw new Refusal('not_found')
  const conversationId = kind === 'conversation' ? id : found?.conversationId
  const inside = does === 'note' || does === 'order'
  if (!conversationId && !inside) throw new Refusal('no_conversation')
  const pending: PendingReply = {
    at: ctx.now.toISOString(),
    ...(conversationId && { conversationId }),
    ...(does !== 'reply' && { does }),
    ...(kind === 'case' && { caseId: id }),
    ...(kind === 'booking' && { bookingId: id }),
  }
  return { pending, reference: found?.reference ?? '' }
}

/** The offer in the customer's own language, as the notice will word it. */
async function offerText(
  turn: StaffTurn,
  pending: PendingReply,
  reference: string,
  it: { slotId: string } | { date: string; time?: string },
): Promise<string> {
  const { ctx, reader } = turn
  const full = await bookingInFull(ctx, pending.bookingId ?? '')
  if (!full) throw new Refusal('not_found')
  const { language } = full.it
  const slot = 'slotId' in it ? await slotById(ctx, it.slotId) : undefined
  if ('slotId' in it && !slot) throw new Refusal('slot_closed')
  const time = slot
    ? { startsAt: slot.startsAt }
    : { date: 'date' in it ? it.date : '', time: 'time' in it ? (it.time ?? null) : null }
  const theirs = { ...reader, language }
  const when = pricedWhen(full, time, theirs)
  const chat = await conversationById(ctx, full.it.conversationId ?? '')
  const channel = (chat && (await channelById(chat.channelId)))?.kind === 'whatsapp' ? 'whatsapp' : 'line'
  const occasion = { event: 'booking.proposed', audience: 'customer', channel, language } as const
  const own = await ownWords(ctx, occasion, () => ({ ...bookingValues(full, theirs), offer: when }))
  return own ?? offerSentence(copyIn(language), { reference, when, stage: full.it.stage })
}

function withReply(state: ConversationState, staffId: string, reply: PendingReply | undefined): ConversationState {
  const { [staffId]: _, ...others } = state.replies ?? {}
  return { ...state, replies: reply ? { ...others, [staffId]: reply } : others }
}

/** Whoever left the group writes to nobody through it. */
export const withoutReply = (state: ConversationState, staffId: string): ConversationState =>
  state.replies ? withReply(state, staffId, undefined) : state

/** What the customer of a conversation is called. */
export async function customerOf(ctx: Ctx, conversationId: string | undefined, copy: Copy) {
  const contact = conversationId ? await contactOfConversation(ctx, conversationId) : undefined
  return { name: contact?.name ?? copy.customer, language: contact?.language ?? null }
}
