import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import { readNameAnswer } from '../../api/triage/slots/names.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { isDetail } from '../dialogues/consent.ts'
import { looksLikeName } from './words/bare-answers.ts'
import { plainSlots } from './corrections.ts'
import type { CustomerTurn } from './customer-turn.ts'

/** What is still open, the question that waits first. */
export function openIn(draft: Draft, kind: Asks | undefined): string[] {
  const listed = [...(kind?.requiredSlots ?? []), ...(kind?.optionalSlots ?? [])]
  return [draft.asked ?? '', ...listed.filter((name) => name !== draft.asked && draft.answers[name] === undefined)]
}

/** How to reach a person, written to the very question whether we may keep it: that is a yes. */
export function detailsIn(turn: CustomerTurn, draft: Draft, open: string[]): Record<string, AnswerValue> {
  const slots = turn.slotsFor(turn.said, draft.kind)
  const said = plainSlots(slots)
  // 'Uma Saithong 089-222-3344' is a name beside its number
  const reached = [...(slots.phone ?? []), ...(slots.email ?? [])].map((it) => it.text)
  const rest = reached
    .reduce((words, it) => words.replace(it, ' '), turn.said)
    .replace(/[\s,、;:]+$/u, '')
    .trim()
  const name = open.includes('name') && looksLikeName(rest) ? readNameAnswer(rest)?.value : undefined
  const found = { ...said, ...(name && { name }) }
  return Object.fromEntries(
    Object.entries(found).filter(([slot]) => isDetail(slot) && (slot !== 'name' || open.includes('name'))),
  )
}

const WHO = ['phone', 'email', 'name']
const ROUND_DETAILS =
  /เบอร์(?:โทร(?:ศัพท์)?)?|โทร(?:ศัพท์|หา|มาที่)?|ติดต่อ(?:ได้)?(?:ที่)?|อีเมล|ชื่อ|คือ|ได้เลย|ค่ะ|คะ|ครับ|คับ|นะ|\b(?:my|the|is|it'?s|number|phone|mobile|tel|cell|email|mail|name|call|me|on|at|under|here|you can reach|please|and)\b|電話(?:番号)?|携帯|番号|メール|名前|氏名|は|です|まで|お願いします|(?:と|に)?申します|我的|电话|電話|手机|号码|是/gi

/** 'My number is 089…', and nothing else: how to reach them about what was just told. */
export function tellsOnlyWho(said: string, { slots }: Understanding): boolean {
  const names = Object.keys(slots)
  if (!names.some((name) => name === 'phone' || name === 'email') || !names.every((name) => WHO.includes(name)))
    return false
  const told = Object.values(slots).flatMap((found) => found.map((it) => it.text))
  const rest = told.reduce((words, it) => words.replace(it, ' '), said)
  return !/\p{L}{2}/u.test(rest.replace(ROUND_DETAILS, ' '))
}
