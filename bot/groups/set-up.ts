import { as, type Ctx } from '../../api/context.ts'
import type { GroupPurpose } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { enterGroup } from '../../api/groups/commands/enter-group.ts'
import { sendAway } from '../../api/groups/commands/send-away.ts'
import { type Purpose, setGroupPurpose } from '../../api/groups/commands/set-purpose.ts'
import { groupById, whoInGroup } from '../../api/groups/queries.ts'
import { uuidPattern } from '../../api/ids.ts'
import type { Act } from '../../api/outbox/schema.ts'
import { leads } from '../../api/policy.ts'
import { staffActor } from '../../api/staff/queries.ts'
import { noteRefusedTap } from '../conversation/refused-tap.ts'
import { type Room, type Turn, type TurnResult, unchanged } from '../conversation/room.ts'
import { type Copy, copyIn } from '../copy/copy.ts'
import type { Heard } from '../heard.ts'
import { card, tapsOf, text } from '../messages.ts'
import { isExpired, readTap, type Tap } from '../taps.ts'
import { purposeWords } from './purpose-words.ts'
import { type Owner, ownersNamed, ownersOf } from './whose.ts'

const SHORT = 2
const COMMAND = /^\/(purpose|vip|partner)(?:\s+(.{1,100}))?$/i

const isSetUpTap = (tap: Tap | undefined): tap is Tap => tap?.action === 'purpose' || tap?.action === 'group_of'
const tapIn = (turn: Turn, heard: Heard): Tap | undefined =>
  heard.kind === 'tap' ? readTap(turn.tenant.id, heard.data) : undefined
const commandIn = (heard: Heard) => (heard.kind === 'text' ? COMMAND.exec(heard.text.trim()) : null)

/** What the group is for is asked, answered or changed: before that is known nothing else is talked about. */
export const isSetUp = (turn: Turn, heard: Heard): boolean =>
  turn.input.conversation.purpose === null ||
  heard.kind === 'joined' ||
  commandIn(heard) !== null ||
  isSetUpTap(tapIn(turn, heard))

/** The bot asks when it joins; only a linked admin or manager may answer, then and whenever they want it changed. */
export async function setUpGroup(turn: Turn): Promise<Room> {
  const name = turn.heard[0]?.kind === 'joined' ? await turn.groupName() : undefined
  return {
    respond: (ctx) => respond(ctx, turn, name),
    afterRefusal: (trouble) =>
      trouble instanceof Refusal
        ? { respond: async () => unchanged(turn, [text(copyIn(languageOf(turn)).refusal[trouble.code])]) }
        : undefined,
  }
}

const languageOf = (turn: Turn) => turn.input.conversation.language ?? turn.tenant.language

type Asking = { ctx: Ctx; turn: Turn; copy: Copy; stamp: string }

async function respond(ctx: Ctx, turn: Turn, name: string | undefined): Promise<TurnResult> {
  const { conversation } = turn.input
  const heard = turn.heard[0] as Heard
  const copy = copyIn(languageOf(turn))
  const asking: Asking = { ctx, turn, copy, stamp: String(ctx.now.getTime()) }
  if (heard.kind === 'joined') {
    await enterGroup(ctx, { conversationId: conversation.id, ...(name && { name }) })
    return askPurpose({ ...asking, turn: withState(turn, {}) }, copy.staff.groupSetup(turn.tenant.name))
  }
  const [tap, command] = [tapIn(turn, heard), commandIn(heard)]
  if (!tap && !command) return heard.kind === 'tap' ? notOurs(asking, heard) : unchanged(turn)
  const { setUp } = unchanged(turn).state
  // customers and partners need not learn that there are commands; in a group to be ignored nothing is said at all
  const isTheirs = conversation.purpose === 'vip' || conversation.purpose === 'partner'
  const quiet = !setUp && (conversation.purpose === 'ignore' || (isTheirs && command !== null))
  const say = (words: string): TurnResult => unchanged(turn, quiet ? [] : [text(words)])
  if (tap && conversation.purpose !== null && tap.args.at(-1) !== setUp?.at)
    return say(copy.refusal.group_purpose_taken)
  const who = heard.userId
    ? await whoInGroup(ctx, { channelId: turn.channel.id, conversationId: conversation.id, externalId: heard.userId })
    : undefined
  if (!who?.staff) return say(copy.staff.linkFirst())
  if (who.left) return say(copy.group.youLeft())
  const lead = staffActor(who.staff)
  if (!leads(lead)) return say(copy.staff.onlyLeads())
  const asLead = { ...asking, ctx: as(ctx, lead) }
  if (tap && isExpired(tap, ctx.now)) return askPurpose(asLead, copy.acts.expired())
  return tap ? answered(asLead, tap, heard) : commanded(asLead, command?.[1] ?? '', command?.[2]?.trim())
}

function notOurs({ copy, ctx, turn }: Asking, { data, userId }: Extract<Heard, { kind: 'tap' }>): TurnResult {
  const now = unchanged(turn)
  if (readTap(turn.tenant.id, data)) return { ...now, say: [text(copy.refusal.not_found)] }
  const { state, again } = noteRefusedTap(ctx, turn.input.conversation, now.state, { why: 'seal', userId, data })
  return { ...now, state, say: again ? [] : [text(copy.refusal.not_found)] }
}

async function answered(it: Asking, tap: Tap, heard: Heard): Promise<TurnResult> {
  const [first = '', second = ''] = tap.args
  if (tap.action === 'group_of') return ownerChosen(it, first, second)
  switch (tap.action === 'purpose' ? first : '') {
    case 'staff':
    case 'ignore':
      return decided(it, { purpose: first as 'staff' | 'ignore' })
    case 'vip':
    case 'partner':
      return askWhose(it, first as 'vip' | 'partner')
    case 'leave':
      await sendAway(it.ctx, {
        conversationId: it.turn.input.conversation.id,
        ...(heard.replyToken && { reply: { token: heard.replyToken, at: heard.at } }),
      })
      return { ...unchanged(it.turn), state: {} }
    default:
      return unchanged(it.turn, [text(it.copy.refusal.not_found)])
  }
}

/** `/purpose` asks anew; `/vip NAME` and `/partner NAME` say whose it is in one go. */
async function commanded(it: Asking, word: string, named: string | undefined): Promise<TurnResult> {
  const { copy } = it
  if (word.toLowerCase() === 'purpose') return askPurpose(it, copy.group.changed())
  const purpose = word.toLowerCase() === 'partner' ? 'partner' : 'vip'
  if (!named || named.length < SHORT) return askWhose(it, purpose)
  const found = await ownersNamed(it.ctx, purpose, named)
  const exact = found.filter((one) => one.name.toLowerCase() === named.toLowerCase())
  const [only, ...others] = exact.length > 0 ? exact : found
  if (!only) return unchanged(it.turn, [text(copy.group.nobodyNamed(named))])
  if (others.length > 0) return choose(it, copy.group.whichOne(named), [only, ...others], [])
  return ownerChosen(it, only.kind, only.id)
}

/** Only those are offered who are seen here or whose name the group bears: a group must not read who else is a customer. */
async function askWhose(it: Asking, purpose: 'vip' | 'partner'): Promise<TurnResult> {
  const group = await groupById(it.ctx, it.turn.input.conversation.id)
  const likely = await ownersOf(it.ctx, purpose, {
    conversationId: it.turn.input.conversation.id,
    groupName: group?.name ?? '',
    tenantName: it.turn.tenant.name,
  })
  if (purpose === 'partner') return choose(it, it.copy.group.whosePartner(), likely, [])
  const people = tapsOf({ tenant: it.turn.tenant, now: it.ctx.now })(
    it.copy.group.thesePeople,
    'group_of',
    'people',
    '',
    it.stamp,
  )
  return choose(it, it.copy.group.whose(), likely, [people])
}

function choose(it: Asking, question: string, owners: Owner[], more: Act[]): TurnResult {
  const tap = tapsOf({ tenant: it.turn.tenant, now: it.ctx.now })
  const acts = [...owners.map((one) => tap(one.name, 'group_of', one.kind, one.id, it.stamp)), ...more]
  return asked(it, question, acts)
}

function askPurpose(it: Asking, question: string): TurnResult {
  const { copy } = it
  const tap = tapsOf({ tenant: it.turn.tenant, now: it.ctx.now })
  const words: Record<GroupPurpose | 'leave', string> = { ...copy.staff.purpose, ...copy.group.purpose }
  const purposes = ['staff', 'vip', 'partner', 'ignore', 'leave'] as const
  return asked(
    it,
    question,
    purposes.map((purpose) => tap(words[purpose], 'purpose', purpose, it.stamp)),
  )
}

/** A newer question makes the buttons of the older ones old. */
function asked(it: Asking, question: string, acts: Act[]): TurnResult {
  const now = unchanged(it.turn, [card({ title: it.turn.tenant.name, body: question, acts })])
  return { ...now, language: languageOf(it.turn), state: { ...now.state, setUp: { at: it.stamp } } }
}

function ownerChosen(it: Asking, kind: string, id: string): Promise<TurnResult> {
  if (kind === 'people') return decided(it, { purpose: 'vip' })
  if (!uuidPattern.test(id)) return Promise.resolve(unchanged(it.turn, [text(it.copy.refusal.not_found)]))
  if (kind === 'provider') return decided(it, { purpose: 'partner', providerId: id })
  return decided(it, { purpose: 'vip', ...(kind === 'contact' ? { contactId: id } : { organisationId: id }) })
}

async function decided(it: Asking, purpose: Purpose): Promise<TurnResult> {
  const conversationId = it.turn.input.conversation.id
  await setGroupPurpose(it.ctx, { conversationId, ...purpose })
  const group = await groupById(it.ctx, conversationId)
  const now = unchanged(it.turn, [text(purposeWords(purpose.purpose, group?.ownerName ?? null, it.copy))])
  return { ...now, language: languageOf(it.turn), state: {} }
}

const withState = (turn: Turn, state: Record<string, unknown>): Turn => ({
  ...turn,
  input: { ...turn.input, conversation: { ...turn.input.conversation, state } },
})
