import { resolveCase } from '../../../api/cases/commands/resolve-case.ts'
import type { Ctx } from '../../../api/context.ts'
import { rootCauses } from '../../../api/cases/queries/cases-of-contact.ts'
import { lackingToResolve } from '../../../api/cases/queries/lacking-to-resolve.ts'
import { activeProviders } from '../../../api/providers/queries.ts'
import { tapsOf } from '../../messages.ts'
import { nameIn } from '../cards.ts'
import { startWriting } from '../reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { addOrder, changeProvider, NO_PROVIDER } from './case-facts.ts'
import { isOver } from '../card-acts.ts'
import { ofEarlierLife } from './case-life.ts'
import { choose, nobodysCase, staleCase, theCase, toldWords, withCaseCard } from './present.ts'

/**
 * One question after the other until a case can be resolved: what its type demands and nobody has said, then the cause. What was chosen already
 * goes along with each.
 */
export async function resolve(turn: StaffTurn, caseId: string, cause = '', times?: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const before = await theCase(turn, caseId)
  if (before.status === 'new') return nobodysCase(turn, before)
  if (isOver(before) || ofEarlierLife(before, times)) return staleCase(turn, before)
  const [needed] = await lackingToResolve(ctx, before)
  if (needed === 'provider') return askProvider(turn, before, cause)
  if (needed === 'order') return startWriting(turn, 'order', 'case', caseId, { cause, times: before.reopened })
  if (!cause) return askCause(turn, before)
  const it = await resolveCase(ctx, { caseId, rootCause: cause })
  const told = await toldWords(turn, it)
  return withCaseCard(turn, caseId, copy.staff.resolved({ reference: it.reference, who: who.name, told }))
}

type CaseNow = Awaited<ReturnType<typeof theCase>>

async function askCause({ copy, ctx, reader }: StaffTurn, it: CaseNow): Promise<StaffAnswer> {
  const tap = tapsOf(reader)
  const acts = (await rootCauses(ctx)).map((cause) =>
    tap(nameIn(cause.names, reader.language), 'resolve', it.id, cause.key, it.reopened),
  )
  return { say: choose(it.reference, copy.staff.whichCause(), acts) }
}

/** Who may be named while it is not said who outside had to fix it. */
export async function fixersAskedFor(ctx: Ctx, it: CaseNow): Promise<{ key: string; names: string[] }[]> {
  if (it.status === 'new' || isOver(it)) return []
  const [needed] = await lackingToResolve(ctx, it)
  return needed === 'provider' ? (await activeProviders(ctx)).map((one) => ({ key: one.key, names: [one.name] })) : []
}

/** The same as a tap on their name. */
export const fixedBy = (turn: StaffTurn, caseId: string, provider: string, times: number): Promise<StaffAnswer> =>
  providerThenResolve(turn, [caseId, provider, NO_PROVIDER, `resolve ${times}`])

async function askProvider({ copy, ctx, reader }: StaffTurn, it: CaseNow, cause: string): Promise<StaffAnswer> {
  const tap = tapsOf(reader)
  const acts = (await activeProviders(ctx)).map((one) =>
    tap(one.name, 'provider', it.id, one.key, NO_PROVIDER, `resolve ${it.reopened}`, cause),
  )
  return { say: choose(it.reference, copy.acts.providerNeeded, acts) }
}

/** The provider that was missing: `then` says that the case was to be resolved, and in which of its lives. */
export async function providerThenResolve(
  turn: StaffTurn,
  [caseId = '', provider = '', seen, then = '', cause]: string[],
): Promise<StaffAnswer> {
  const [goesOn, times] = then.split(' ')
  const set = await changeProvider(turn, caseId, provider, seen)
  return goesOn === 'resolve' ? after(set, await resolve(turn, caseId, cause, times)) : set
}

/** The order that was missing. */
export async function orderThenResolve(
  turn: StaffTurn,
  caseId: string,
  order: string,
  { cause, times }: { cause: string; times: number },
): Promise<StaffAnswer> {
  const linked = await addOrder(turn, caseId, order)
  return after(linked, await resolve(turn, caseId, cause, String(times)))
}

/** What was done, in its words; the card or question is the next one's. */
const after = (done: StaffAnswer, next: StaffAnswer): StaffAnswer => ({
  ...next,
  say: [...done.say.filter((it) => it.type === 'text'), ...next.say],
})
