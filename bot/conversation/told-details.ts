import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import { readNameAnswer } from '../../api/triage/slots/names.ts'
import { isDetail } from '../dialogues/consent.ts'
import { looksLikeName } from './bare-answers.ts'
import { plainSlots } from './corrections.ts'
import type { CustomerTurn } from './customer-turn.ts'

/** What is still open, the question that waits first. */
export function openIn(draft: Draft, kind: Asks | undefined): string[] {
  const listed = [...(kind?.requiredSlots ?? []), ...(kind?.optionalSlots ?? [])]
  return [draft.asked ?? '', ...listed.filter((name) => name !== draft.asked && draft.answers[name] === undefined)]
}

/** How to reach a person, written to the very question whether we may keep it: that is a yes. */
export function detailsIn(turn: CustomerTurn, draft: Draft, open: string[]): Record<string, AnswerValue> {
  const said = plainSlots(turn.slotsFor(turn.said, draft.kind))
  const name = open.includes('name') && looksLikeName(turn.said) ? readNameAnswer(turn.said)?.value : undefined
  const found = { ...said, ...(name && { name }) }
  return Object.fromEntries(
    Object.entries(found).filter(([slot]) => isDetail(slot) && (slot !== 'name' || open.includes('name'))),
  )
}
