import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { tieEarlierFiles } from '../../api/conversations/commands/tie-messages.ts'
import { notifyStaff } from '../../api/notifications/commands.ts'
import { waitingChoices } from '../conversation/clarify.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { isFile, isTooLarge } from '../conversation/keep-said.ts'
import { isVoice } from '../conversation/listen.ts'
import type { Heard } from '../heard.ts'
import { text } from '../messages.ts'
import { continueBooking } from './book.ts'
import { menuActs } from './small-matters.ts'
import { inTwoBubbles } from './two-bubbles.ts'

/** Pictures that come one by one are thanked for once. */
const SAME_SENDING_MS = 60_000
/** A picture that nobody could place is not somebody else's matter the day after. */
const LOOSE_MS = 24 * 3_600_000

/** Pictures, sounds and files without a word: added to what is in hand, else asked about. */
export async function takePictures(turn: CustomerTurn, heard: Heard[]): Promise<Answer> {
  const { copy, state, ctx } = turn
  const files = heard.filter(isFile)
  const before = state.pictures
  const set = files.find((it) => it.media?.set)?.media?.set
  const sameSet = set !== undefined && before?.set === set
  const voice = heard.some(isVoice)
  const soon = before !== undefined && ctx.now.getTime() - Date.parse(before.at) < SAME_SENDING_MS
  // thanks for a picture do not say that a voice note was not heard
  const thanked = sameSet || (soon && (!voice || before.voice === true))
  const now = { at: ctx.now.toISOString(), ...(set && { set }), ...(voice && { voice }) }
  const words = voice
    ? copy.voice.unheard
    : { loose: copy.gotMedia, forRecord: copy.gotMediaFor, forBooking: copy.gotMediaForBooking }
  const { mostFileMb } = turn.tenant.settings
  if (files.length > 0 && files.every((it) => isTooLarge(it, mostFileMb)))
    return answer(turn, [text(copy.fileRefused.too_large(mostFileMb))])

  if (state.draft?.dialogue === 'book') {
    const loose = { ...now, since: before?.since ?? turn.at.toISOString() }
    if (thanked) return answer(turn, [], { pictures: loose })
    const again = await continueBooking(turn, state.draft)
    return {
      ...again,
      say: inTwoBubbles(words.forBooking(), [], again.say),
      state: { ...again.state, pictures: loose },
    }
  }
  const about = await inHand(turn)
  if (about) {
    if (!sameSet) await tellStaff(turn, about)
    const { reference, open: _, ...record } = about
    return { ...answer(turn, thanked ? [] : [text(words.forRecord(reference))], { pictures: now }), ...record }
  }
  const pictures = { ...now, since: before?.since ?? turn.at.toISOString() }
  return answer(turn, thanked ? [] : [text(words.loose(), (await waitingChoices(turn)) ?? menuActs(turn))], {
    pictures,
  })
}

type InHand = { reference: string; open: boolean } & ({ caseId: string } | { bookingId: string })

/** The case or booking that was spoken of last, while it is still somebody's work and their own. */
export async function inHand({ ctx, state, contactId }: CustomerTurn): Promise<InHand | undefined> {
  const { caseId, bookingId } = state.about ?? {}
  const found = caseId ? await caseById(ctx, caseId) : undefined
  if (found && found.contactId === contactId && found.status !== 'closed')
    return { reference: found.reference, open: found.status !== 'resolved', caseId: found.id }
  const booking = bookingId ? await bookingById(ctx, bookingId) : undefined
  if (booking && booking.contactId === contactId && !['completed', 'cancelled', 'lost'].includes(booking.stage))
    return { reference: booking.reference, open: true, bookingId: booking.id }
  return undefined
}

async function tellStaff({ ctx }: CustomerTurn, it: InHand): Promise<void> {
  if ('bookingId' in it) await notifyStaff(ctx, { event: 'booking.detail_added', bookingId: it.bookingId })
  else if (it.open) await addDetail(ctx, { caseId: it.caseId })
  else await notifyStaff(ctx, { event: 'case.detail_added', caseId: it.caseId })
}

/**
 * What a turn with words came to, with the pictures before and in it: those that came first belong to the record that the words opened, and
 * one that is too large is refused in the same breath.
 */
export async function withPictures(turn: CustomerTurn, heard: Heard[], said: Answer): Promise<Answer> {
  const { pictures } = said.state
  const { mostFileMb } = turn.tenant.settings
  const refused = turn.said && heard.some((it) => isTooLarge(it, mostFileMb))
  const say = refused ? inTwoBubbles(turn.copy.fileRefused.too_large(mostFileMb), [], said.say) : said.say
  if (!pictures?.since || (!said.caseId && !said.bookingId)) return { ...said, say }
  const { since, ...answered } = pictures
  if (turn.ctx.now.getTime() - Date.parse(since) < LOOSE_MS)
    await tieEarlierFiles(turn.ctx, {
      conversationId: turn.conversationId,
      since: new Date(since),
      ...(said.caseId ? { caseId: said.caseId } : { bookingId: said.bookingId ?? '' }),
    })
  return { ...said, say, state: { ...said.state, pictures: answered } }
}
