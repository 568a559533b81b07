import { rootCauses } from '../../../api/cases/queries/cases-of-contact.ts'
import { activeCaseTypes } from '../../../api/cases/queries/case-types.ts'
import { severities } from '../../../api/cases/schema.ts'
import { activeProviders } from '../../../api/providers/queries.ts'
import { copyIn } from '../../copy/copy.ts'
import { tapsOf, text } from '../../messages.ts'
import * as facts from '../acts/case-facts.ts'
import * as life from '../acts/case-life.ts'
import { choose, staleCase } from '../acts/present.ts'
import { fixedBy, fixersAskedFor, resolve } from '../acts/resolve.ts'
import { isOver } from '../card-acts.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { type Option, pick } from './pick.ts'
import type { Subject } from './subjects.ts'

type CaseSubject = Extract<Subject, { kind: 'case' }>['it']
type Act = (turn: StaffTurn, it: CaseSubject, words: string) => Promise<StaffAnswer>

const copies = (['en', 'th', 'ja'] as const).map(copyIn)
const NOBODY = ['none', 'nobody', '-', 'ไม่มี', 'ไม่เกี่ยว', 'なし']
const names = (it: { names: Record<string, string> }): string[] => Object.values(it.names)

/** One of a list by its name: done when it is clear, asked when it is not, and when nothing was named. */
async function named<O extends Option>(
  turn: StaffTurn,
  words: string,
  options: O[],
  ask: () => Promise<StaffAnswer>,
  act: (it: O) => Promise<StaffAnswer>,
): Promise<StaffAnswer> {
  if (!words.trim()) return ask()
  const [only, ...others] = pick(options, words)
  if (only && others.length === 0) return act(only)
  const asked = await ask()
  return only ? asked : { ...asked, say: [text(turn.copy.acts.notOnList(words.slice(0, 60))), ...asked.say] }
}

const stateNames: Record<(typeof life.workingStates)[number], string[]> = {
  investigating: ['checking', 'investigate', 'ตรวจสอบ', 'เช็ก'],
  waiting_customer: ['waiting', 'customer', 'wait', 'รอ', 'รอลูกค้า', 'お客様待ち', '待ち'],
  waiting_provider: ['provider', 'partner', 'รอผู้ให้บริการ', '提携先', '提携先待ち'],
  fixing: ['fix', 'fixing', 'แก้ไข', '対応'],
}

async function askState(turn: StaffTurn, it: CaseSubject): Promise<StaffAnswer> {
  if (isOver(it)) return staleCase(turn, it)
  const tap = tapsOf(turn.reader)
  const acts = life.workingStates
    .filter((state) => state !== it.status)
    .map((state) => tap(turn.copy.staff.caseStatus[state], 'move', it.id, state, it.status))
  return { say: choose(it.reference, turn.copy.acts.whichState, acts) }
}

const options = {
  state: [
    ...life.workingStates.map((key) => ({
      key,
      names: [...stateNames[key], ...copies.map((copy) => copy.staff.caseStatus[key])],
    })),
    { key: 'resolved', names: copies.map((copy) => copy.staff.caseStatus.resolved) },
    { key: 'closed', names: copies.map((copy) => copy.staff.caseStatus.closed) },
  ],
  severity: severities.map((key) => ({ key, names: copies.map((copy) => copy.severity[key]) })),
}

/** What can be typed about cases only. */
export const onCase = {
  state: (turn, it, words) =>
    named(
      turn,
      words,
      options.state,
      () => askState(turn, it),
      ({ key }) => {
        if (key === 'resolved') return resolve(turn, it.id)
        return key === 'closed' ? life.close(turn, it.id) : life.changeState(turn, it.id, key)
      },
    ),
  severity: (turn, it, words) =>
    named(
      turn,
      words,
      options.severity,
      () => facts.askSeverity(turn, it.id),
      ({ key }) => facts.changeSeverity(turn, it.id, key),
    ),
  type: async (turn, it, words) =>
    named(
      turn,
      words,
      (await activeCaseTypes(turn.ctx)).map((type) => ({ key: type.key, names: names(type) })),
      () => facts.askType(turn, it.id),
      ({ key }) => facts.changeType(turn, it.id, key),
    ),
  provider: async (turn, it, words) =>
    named(
      turn,
      words,
      [
        { key: facts.NO_PROVIDER, names: NOBODY },
        ...(await activeProviders(turn.ctx)).map((one) => ({ key: one.key, names: [one.name] })),
      ],
      () => facts.askProvider(turn, it.id),
      ({ key }) => facts.changeProvider(turn, it.id, key),
    ),
  resolve: async (turn, it, words) => {
    const causes = (await rootCauses(turn.ctx)).map((cause) => ({ key: cause.key, names: names(cause) }))
    const asked = () => resolve(turn, it.id)
    // the list that was shown may be of those outside who had to fix it: a name typed from there is an answer too
    const fixers = pick(causes, words).length === 0 ? await fixersAskedFor(turn.ctx, it) : []
    if (pick(fixers, words).length > 0)
      return named(turn, words, fixers, asked, ({ key }) => fixedBy(turn, it.id, key, it.reopened))
    return named(turn, words, causes, asked, ({ key }) => resolve(turn, it.id, key))
  },
  escalate: (turn, it, words) =>
    words.trim() ? facts.escalate(turn, it.id, { why: words }) : facts.askWhyEscalate(turn, it.id),
  close: (turn, it) => life.close(turn, it.id),
  reopen: (turn, it) => life.reopen(turn, it.id),
} satisfies Record<string, Act>

export type OnCase = keyof typeof onCase
