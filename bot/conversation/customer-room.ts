import { wantMenu } from '../../api/channels/commands/menus-due.ts'
import { alsoKnownAs, contactKnownAs, nameContact, setContactBlocked } from '../../api/contacts/commands.ts'
import { as, type Ctx } from '../../api/context.ts'
import { eraseEventsById } from '../../api/conversations/commands/erase-events.ts'
import type { NewMessage } from '../../api/conversations/commands/keep-message.ts'
import { openSession } from '../../api/conversations/commands/open-session.ts'
import { knownAmong } from '../../api/conversations/commands/take-back.ts'
import type { ConversationState, TurnConversation } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { byMeaning } from '../../api/knowledge/queries/by-meaning.ts'
import type { Meant } from '../../api/knowledge/queries/find-answer.ts'
import { notifyStaff } from '../../api/notifications/commands.ts'
import { linkStaff } from '../../api/staff/commands.ts'
import type { Language } from '../../api/tenants/schema.ts'
import { writeGists } from '../../api/triage/commands/write-gists.ts'
import { type Triage, triageOf, type Words } from '../../api/triage/queries.ts'
import type { Slots, Understanding } from '../../api/triage/understanding.ts'
import { watchWindow } from '../../api/whatsapp/commands/watch-window.ts'
import { copyIn } from '../copy/copy.ts'
import { takePictures, withPictures } from '../dialogues/pictures.ts'
import { answeredSlip, answerSlip } from '../dialogues/slip.ts'
import { greet, menuActs, notSure } from '../dialogues/small-matters.ts'
import { misheard, type Note, saysMisheard, withVoice } from '../dialogues/voice.ts'
import { type Heard, isBubble } from '../heard.ts'
import { tapsOf, text } from '../messages.ts'
import { isExpired, readTap } from '../taps.ts'
import { isTitle } from './words/is-title.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { decide } from './decide.ts'
import { decideTap } from './decide-tap.ts'
import { insteadOf } from './instead-of.ts'
import { keepWhatWasSaid } from './keep-said.ts'
import { isVoice, listen } from './listen.ts'
import { keepThought } from './keep-thought.ts'
import { obeyConsent } from './obey-consent.ts'
import { noteRefusedTap } from './refused-tap.ts'
import { type Room, type Turn, type TurnResult, unchanged } from './room.ts'
import { languageAsked, linkCodeIn, LINKING_WITHOUT_CODE, looksAsked } from './words/set-words.ts'
import { needsThought } from './needs-thought.ts'
import { after, withoutOvertaken } from './taken-back.ts'
import { wordsOfTurn } from './words-of-turn.ts'

/** What the turn was understood as, before its transaction opens. */
type Thought = {
  said: string
  understood: Understanding | undefined
  triage: Triage
  language: Language
  name: string | undefined
  /** which article a question means, where its words leave it open */
  meant: Meant | undefined
  /** what a model may hear; undefined: nothing to think about */
  words: Words | undefined
}

/** A customer's chat. Local triage runs on every turn; the network is asked for a name at the first meeting only. */
export async function customerRoom(heard: Turn): Promise<Room> {
  const { turn, forget } = await withoutOvertaken(heard)
  const room = turn.heard.length > 0 ? await roomOfWords(await listen(turn)) : { respond: async () => unchanged(turn) }
  return forget.length > 0 ? after((ctx) => eraseEventsById(ctx, forget), room) : room
}

async function roomOfWords(turn: Turn): Promise<Room> {
  const said = wordsOfTurn(turn.heard)
  const triage = await triageOf(turn.tenant.id)
  const person = turn.input.contact
  const userId = turn.heard.find((it) => it.userId)?.userId
  const profile = person?.name || !userId ? undefined : await turn.profile(userId)
  const called = turn.heard.find((it) => it.called)?.called ?? profile?.name
  const { draft } = turn.input.conversation.state as ConversationState
  const words: Words = {
    text: said,
    at: turn.heard[0]?.at ?? turn.input.now,
    names: [person?.name, called].flatMap((name) => name ?? []),
    ...(draft?.asked && { waiting: { label: draft.kind, asked: draft.asked } }),
  }
  const asks = triage.asksModels() && needsThought(turn, said)
  const understood =
    said && linkCodeIn(said) === undefined
      ? await (asks ? turn.aside(() => triage.decide(words)) : triage.understand(words.text, words.at))
      : undefined
  const language = languageOf(turn, understood, said, profile?.language)
  const asksSomething = understood?.intent === 'question' || looksAsked(said)
  const meant =
    asksSomething && needsThought(turn, said)
      ? await turn.aside(() =>
          byMeaning({ tenantId: turn.tenant.id, question: said, language, names: words.names ?? [] }),
        )
      : undefined
  const thought: Thought = { said, understood, triage, language, name: called, meant, words: asks ? words : undefined }
  return roomFor(turn, thought, async (it) =>
    withPictures(it, turn.heard, await answerTo(it, thought, turn.heard, turn.input.conversation)),
  )
}

function roomFor(turn: Turn, thought: Thought, think: (it: CustomerTurn, first: Heard) => Promise<Answer>): Room {
  return {
    respond: (ctx) => respond(ctx, turn, thought, think),
    afterRefusal(trouble) {
      if (!(trouble instanceof Refusal)) return undefined
      return { respond: (ctx) => respond(ctx, turn, thought, async (it) => insteadOf(it, trouble)) }
    },
  }
}

async function respond(
  ctx: Ctx,
  turn: Turn,
  thought: Thought,
  think: (it: CustomerTurn, first: Heard) => Promise<Answer>,
): Promise<TurnResult> {
  const { conversation } = turn.input
  const first = turn.heard[0] as Heard
  const userId = first.userId ?? (conversation.kind === 'direct' ? conversation.sourceId : undefined)
  const contact = turn.input.contact ?? (userId ? await meet(ctx, turn, userId, thought) : undefined)
  const state = conversation.state as ConversationState
  const spoken = openSession(
    ctx,
    turn.tenant,
    { ...conversation, channel: turn.channel.kind },
    turn.heard.at(-1)?.at ?? first.at,
  )
  const result = {
    say: [],
    spoken,
    state,
    language: thought.language,
    contactId: conversation.kind === 'direct' ? (contact?.id ?? null) : null,
  }
  if (!contact) return result
  if (turn.channel.hasMenus && conversation.kind === 'direct' && thought.language !== languageBefore(turn))
    wantMenu(ctx, conversation.id)
  if (turn.input.contact && userId && turn.channel.kind === 'whatsapp')
    alsoKnownAs(ctx, { contactId: contact.id, kind: 'whatsapp', values: [userId, ...(first.alsoKnownAs ?? [])] })
  if (thought.name && !contact.name) await nameContact(ctx, { contactId: contact.id, name: thought.name })
  if (turn.channel.kind === 'whatsapp' && conversation.kind === 'direct')
    await watchWindow(ctx, { conversationId: conversation.id, heardAt: turn.heard.at(-1)?.at ?? first.at })
  const asCustomer = as(ctx, { kind: 'contact', id: contact.id })
  const kept = keepWhatWasSaid(asCustomer, turn, conversation.id, spoken.sessionId)
  const names = [contact.name, thought.name].flatMap((name) => name ?? [])
  if (turn.tenant.settings.gists) ctx.afterCommit(() => writeGists({ tenantId: turn.tenant.id, messages: kept, names }))
  const copy = copyIn(thought.language)
  const obeyed = await obeyConsent(asCustomer, turn, first, contact.id, copy)
  if (obeyed) return { ...result, say: obeyed }
  if (await livesByItself(asCustomer, first, contact.id)) return result
  if (conversation.mode === 'staff' && isBubble(first)) {
    await notifyStaff(asCustomer, { event: 'conversation.said', conversationId: conversation.id })
    return result
  }
  const it: CustomerTurn = {
    ctx: asCustomer,
    tenant: turn.tenant,
    language: thought.language,
    copy,
    tap: tapsOf({ tenant: turn.tenant, now: ctx.now }),
    publicUrl: turn.publicUrl,
    channelId: turn.channel.id,
    channelKey: turn.channel.key,
    conversationId: conversation.id,
    contactId: contact.id,
    contactName: contact.name ?? thought.name ?? null,
    inGroup: conversation.kind === 'group',
    state,
    said: thought.said,
    at: first.at,
    source: turn.channel.kind,
    slotsFor: readOnce((words, kind) => thought.triage.slotsFor(words, first.at, kind)),
    slotsOfCase: readOnce((words, type) => thought.triage.slotsOfCase(words, first.at, type)),
    readBy: thought.triage,
    ...(thought.meant && { meant: thought.meant }),
  }
  const said = await withVoice(it, notesIn(turn, kept), await think(it, first))
  const placed = said.caseId || said.bookingId ? await keepSentBefore(asCustomer, turn, spoken.sessionId) : []
  for (const message of [...kept, ...placed]) Object.assign(message, { caseId: said.caseId, bookingId: said.bookingId })
  const { triage, understood, words } = thought
  const { caseId, bookingId } = said
  if (understood) keepThought(ctx, { triage, understood, words, conversationId: conversation.id, caseId, bookingId })
  return { ...result, say: said.say, state: said.state, ...((said.caseId || said.bookingId) && { placed: true }) }
}

/** One dialogue after another asks what the words of the turn say, taken for the same. */
function readOnce(read: CustomerTurn['slotsFor']): CustomerTurn['slotsFor'] {
  const known = new Map<string, Slots>()
  return (words, of) => {
    const key = `${of}\n${words}`
    const slots = known.get(key) ?? read(words, of)
    known.set(key, slots)
    return slots
  }
}

/** What the person sent before these words, unless it was taken back meanwhile. */
async function keepSentBefore(ctx: Ctx, turn: Turn, sessionId: string): Promise<NewMessage[]> {
  const before = turn.sentBefore ?? []
  if (before.length === 0) return []
  const { id } = turn.input.conversation
  const externalIds = before.flatMap((it) => it.messageId ?? [])
  const known = new Set(await knownAmong(ctx, { conversationId: id, externalIds }))
  const heard = before.filter((it) => !known.has(it.messageId ?? ''))
  return keepWhatWasSaid(ctx, { ...turn, heard }, id, sessionId)
}

/** The voice notes among what was kept, bubble by bubble. */
const notesIn = (turn: Turn, kept: NewMessage[]): Note[] =>
  turn.heard
    .filter(isBubble)
    .flatMap((it, index) =>
      isVoice(it) ? [{ messageId: (kept[index] as NewMessage).id, words: it.transcript?.words }] : [],
    )

const identityOn = (turn: Turn) => (turn.channel.kind === 'whatsapp' ? 'whatsapp' : 'line')

const meet = async (ctx: Ctx, turn: Turn, userId: string, thought: Thought) =>
  contactKnownAs(ctx, {
    kind: identityOn(turn),
    values: [userId, ...(turn.heard[0]?.alsoKnownAs ?? [])],
    language: thought.language,
    ...(thought.name && { name: thought.name }),
  })

async function answerTo(
  it: CustomerTurn,
  thought: Thought,
  heard: Heard[],
  conversation: TurnConversation,
): Promise<Answer> {
  const first = heard[0] as Heard
  const understand = (said: string) => thought.triage.understand(said, first.at)
  const asWords = (said: string) => decide({ ...it, said }, understand(said), understand)
  if (first.kind === 'followed' || first.kind === 'started') return greet(it)
  if (first.kind === 'tap') {
    const tap = readTap(it.tenant.id, first.data)
    const refused = !tap ? 'seal' : tap.action !== 'menu' && isExpired(tap, it.ctx.now) ? 'expired' : undefined
    if (!tap || refused) {
      const { userId, data } = first
      const why = refused ?? 'seal'
      const { state, again } = noteRefusedTap(it.ctx, conversation, it.state, { why, userId, data })
      const words = why === 'seal' ? it.copy.refusal.not_found : it.copy.acts.oldButton()
      return { say: again && why === 'seal' ? [] : [text(words, menuActs(it))], state }
    }
    const [messageId = '', said] = tap.args
    if (tap.action === 'slip') return answerSlip(it, { messageId, right: said === 'yes' }, asWords)
    if (tap.action === 'misheard') return misheard(it, tap.args)
    return decideTap(it, tap, first.picked, understand)
  }
  const code = linkCodeIn(thought.said)
  if (code) return link(it, code, first)
  if (LINKING_WITHOUT_CODE.test(thought.said) && !it.state.draft) return answer(it, [text(it.copy.staff.linkHow())])
  if (thought.understood)
    return (await saysMisheard(it)) ?? (await answeredSlip(it, asWords)) ?? decide(it, thought.understood, understand)
  if (heard.every((bubble) => bubble.kind === 'sticker')) return onlySticker(it)
  if (heard.every((bubble) => bubble.kind === 'sticker' || bubble.kind === 'unknown'))
    return answer(it, [text(it.copy.cannotOpen(), menuActs(it))])
  // blanks are words that say nothing
  return heard.every((bubble) => bubble.kind === 'text') ? notSure(it) : takePictures(it, heard)
}

/** An hour. A person mistypes; whoever guesses needs many. */
const MOST_WRONG_CODES = 10

async function link(it: CustomerTurn, code: string, first: Heard): Promise<Answer> {
  const hour = it.ctx.now.toISOString().slice(0, 13)
  const wrong = it.state.wrongCodes?.hour === hour ? it.state.wrongCodes.count : 0
  if (wrong >= MOST_WRONG_CODES) throw new Refusal('link_codes_too_many')
  try {
    const linked = await linkStaff(it.ctx, { code, channelId: it.channelId, externalId: first.userId ?? '' })
    return answer(it, [text(copyIn(linked.language).staff.linked(linked.name))])
  } catch (no) {
    // nothing was written yet: that somebody guesses is
    if (!(no instanceof Refusal) || no.code !== 'link_code_wrong') throw no
    return answer(it, [text(it.copy.refusal.link_code_wrong)], { wrongCodes: { hour, count: wrong + 1 } })
  }
}

/** A sticker alone says nothing. */
function onlySticker(it: CustomerTurn): Answer {
  const greeted = it.state.greetedAt || it.state.about || it.state.draft
  return greeted ? answer(it, []) : greet(it)
}

/** Following and blocking are heard and obeyed; there is nothing to say. */
async function livesByItself(ctx: Ctx, it: Heard, contactId: string): Promise<boolean> {
  switch (it.kind) {
    case 'blocked':
      await setContactBlocked(ctx, { contactId, blocked: true })
      return true
    case 'followed':
      await setContactBlocked(ctx, { contactId, blocked: false })
      return false
    case 'ignored':
    case 'unsent':
    case 'edited':
    case 'joined':
    case 'left':
    case 'members_joined':
    case 'members_left':
      return true
    default:
      return false
  }
}

/** What the menu below their chat speaks. */
const languageBefore = ({ input, tenant }: Turn): Language => input.conversation.language ?? tenant.language

/** The customer's language: what they write in, when it says enough; else what the conversation is in. */
function languageOf(
  turn: Turn,
  understood: Understanding | undefined,
  said: string,
  profile: string | undefined,
): Language {
  const before = turn.input.conversation.language ?? turn.input.contact?.language ?? null
  const asked = languageAsked(said)
  if (asked) return asked
  const written = understood?.language
  const letters = said.replace(/[^\p{L}]/gu, '').length
  // whoever works here says the word as it is, whatever they speak
  if (linkCodeIn(said) !== undefined || LINKING_WITHOUT_CODE.test(said))
    return before ?? profileLanguage(profile) ?? turn.tenant.language
  // a date or a unit in another script is no change of language
  if ((written === 'th' || written === 'ja') && (before === null || before === written || letters >= 4)) return written
  // '3 seats ka' is Thai in other letters
  if (before === 'th' && written === 'en' && THAI_IN_LATIN.test(said)) return before
  if (
    written === 'en' &&
    letters >= 3 &&
    (before === null ||
      before === 'en' ||
      (said.trim().split(/\s+/).length >= 3 && understood?.intent !== 'other' && !isTitle(said)))
  )
    return 'en'
  // so is what nobody here speaks; a word of it may be a name
  if (written === 'other' && letters >= 8 && said.trim().split(/\s+/).length >= 3) return 'en'
  // Chinese is understood and answered in English; a line of Han alone may be Japanese from somebody who wrote Japanese before
  if (written === 'zh' && before !== 'ja' && letters >= 3) return 'en'
  if (before) return before
  // figures and signs are in no language
  if (letters > 0 && (written === 'other' || written === 'zh')) return 'en'
  return profileLanguage(profile) ?? turn.tenant.language
}

const THAI_IN_LATIN = /\b(?:kh?a|na ?kh?a|kh?r[au][bp]|kub)\b[\s.!?]*$/i

const profileLanguage = (it: string | undefined): Language | undefined =>
  it === 'th' || it === 'en' || it === 'ja' ? it : undefined
