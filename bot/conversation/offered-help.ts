import type { ConversationState } from '../../api/conversations/schema.ts'
import { plain } from '../../api/triage/slots/plain.ts'
import { readNameAnswer } from '../../api/triage/slots/names.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import { answerByArticle } from '../dialogues/answer-question.ts'
import { reportProblem, askWhichProblem } from '../dialogues/report-problem.ts'
import { getAPerson } from '../dialogues/small-matters.ts'
import { isBareNumber, looksLikeName } from './words/bare-answers.ts'
import { isLikely } from './clarify.ts'
import { plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn, Understand } from './customer-turn.ts'
import { A_REFERENCE, isOpenCase } from './words/set-words.ts'

const STILL_OFFERED_MS = 60 * 60_000
const LONGEST_REFERENCE = 24
const SAYS_WHICH = /\d{3,}/

/**
 * The bot found nothing, or knew nothing, and offered somebody who does: a yes takes that. Where it would have a look, the name or number it
 * is about takes it as well; 'open a case' means what was asked about last.
 */
export async function takenHelp(turn: CustomerTurn, understand: Understand): Promise<Answer | undefined> {
  if (isOpenCase(turn.said)) return haveItChecked(turn, understand)
  const help = fresh(turn)
  if (!help?.yes || turn.state.draft) return undefined
  const yes = readYesNo(turn.said) === 'yes' || (help.yes === 'person' && asksThem(turn.said))
  if (help.perhaps) return yes ? answerByArticle(turn, help.perhaps) : undefined
  if (help.yes === 'person') return yes ? getAPerson(turn, 'asked') : undefined
  return yes || saysWhich(turn.said) ? haveItChecked(turn, understand) : undefined
}

/** 'Yes, ask them please', ช่วยถามให้หน่อย, to the offer of somebody who may know. */
const asksThem = (said: string): boolean => said.trim().length <= LONGEST_YES && ASKS_THEM.test(said)
const LONGEST_YES = 40
const ASKS_THEM =
  /\b(?:ask|check with) (?:them|him|her|(?:your|the) (?:team|staff|people|colleagues?)|some(?:one|body))\b|^(?:yes|ok(?:ay)?|sure|please)\b[ ,.!]*(?:please )?(?:do )?(?:ask|check|find out)\b|(?:ถาม|เช็[กค]|ดู|ติดต่อ)(?:กับ)?(?:ทีม(?:งาน)?|เจ้าหน้าที่|แอด(?:มิน)?|พี่)?ให้(?:หน่อย|ที|ด้วย|เลย)|(?:確認|問い合わせ|聞いて|相談)(?:して|を)?(?:み)?(?:て)?(?:ください|下さい|もらえ|いただけ|お願い)/i

/** What they asked about becomes a case, of the type it is most likely about. */
export async function haveItChecked(turn: CustomerTurn, understand: Understand): Promise<Answer> {
  const help = fresh(turn)
  const it = help && understand(help.text)
  const type = help?.type ?? (it && isLikely(it) ? it.alternatives.find((one) => one.kind === 'case')?.key : undefined)
  if (!it || !type) return askWhichProblem(turn)
  const number = isBareNumber(turn.said) ? /\d{5,}/.exec(plain(turn.said))?.[0] : undefined
  const told = { ...(number !== undefined && { order_id: number }), ...plainSlots(understand(turn.said).slots) }
  const slots = {
    ...plainSlots(it.slots),
    ...(looksLikeName(turn.said) && { name: readNameAnswer(turn.said)?.value ?? turn.said.trim() }),
    ...told,
  }
  return reportProblem(turn, { type, slots })
}

function fresh({ state, ctx }: CustomerTurn): ConversationState['help'] {
  const { help } = state
  return help && ctx.now.getTime() - Date.parse(help.at) < STILL_OFFERED_MS ? help : undefined
}

/** A name or a number, and little else. A reference of ours is looked up first. */
const saysWhich = (said: string): boolean =>
  !A_REFERENCE.test(said) &&
  (looksLikeName(said) || isBareNumber(said) || (said.trim().length <= LONGEST_REFERENCE && SAYS_WHICH.test(said)))
