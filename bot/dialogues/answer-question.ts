import { answerHelped, noteQuestion } from '../../api/knowledge/commands/note-question.ts'
import { articleToTell, findAnswer, type FoundAnswer, perhapsMeant } from '../../api/knowledge/queries/find-answer.ts'
import { uuidPattern } from '../../api/ids.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { text } from '../messages.ts'
import { answerFromCatalogue } from './answer-from-catalogue.ts'
import type { Part } from '../copy/parts-of-price.ts'
import { partsIn } from './asks-included.ts'
import { isAboutHours, tellHours } from './opening-hours.ts'
import { isOfOthers } from './of-other-things.ts'
import { asksToPayThere, howOnePays, tellsWhenToPay } from './pays-there.ts'
import { whatIsIncluded } from './what-is-included.ts'
import { asksWhatChildrenPay, tellsWhatChildrenPay, whatChildrenPay } from './what-children-pay.ts'
import { cannotAnswer, helpBy, menuActs, personAct } from './small-matters.ts'

const MOST_KEPT = 2_000
/** For words that may be no question at all. */
const VERY_SURE = 0.95

/** Answers from what the business has published for its customers, or says that nobody knows and notes the question. */
export async function answerQuestion(turn: CustomerTurn): Promise<Answer> {
  const known = await answerIfKnown(turn)
  if (known) return known
  noteQuestion(turn.ctx, aboutOf(turn))
  return (await askedWhich(turn)) ?? cannotAnswer(turn)
}

/** Not sure enough to be said, and near enough to be asked about: 'is it one of these?' */
async function askedWhich(turn: CustomerTurn): Promise<Answer | undefined> {
  const { copy, ctx, language, said: question, state, tap } = turn
  // in the middle of a booking its own buttons follow
  const perhaps = state.draft ? [] : await perhapsMeant(ctx, { question, language })
  if (perhaps.length === 0) return undefined
  const [only, ...others] = perhaps
  const { help } = helpBy(turn, 'person')
  const choices = perhaps.map((it) => tap(it.title, 'meant_article', it.articleId))
  return answer(turn, [text(copy.knowledge.perhaps(perhaps.length), [...choices, personAct(turn)])], {
    help: { ...help, ...(only && others.length === 0 && { perhaps: only.articleId }) },
  })
}

/** They tapped which article they mean. */
export async function answerByArticle(turn: CustomerTurn, articleId: string): Promise<Answer> {
  const { ctx, language, state } = turn
  const found = uuidPattern.test(articleId) ? await articleToTell(ctx, { articleId, language }) : undefined
  if (!found) return cannotAnswer(turn)
  return told({ ...turn, said: state.help?.text ?? found.title }, found)
}

/** `sure` puts forward what in the catalogue is likely meant, too; for words that may be no question an answer must be very sure. */
type Sureness = 'sure' | 'no guess' | 'very sure'

/** What the catalogue says of the very thing that was named, else an article, else what in the catalogue is likely meant. */
export async function answerIfKnown(turn: CustomerTurn, from: Sureness = 'sure'): Promise<Answer | undefined> {
  const hours = isAboutHours(turn) ? await openingHours(turn, from) : undefined
  if (hours) return hours
  const listed = await answerFromCatalogue(turn)
  if (listed?.sure) return listed.answer
  const article = await fromArticle(turn, from)
  const included = await whatIsIncluded(turn)
  // what the price holds is told of the thing itself, unless the article speaks of what was asked for
  if (included && !speaksOf(article, included.open)) return included.answer
  return article ?? (from === 'sure' ? listed?.answer : undefined)
}

const speaksOf = (article: Answer | undefined, parts: readonly Part[]): boolean => {
  const [first] = article?.say ?? []
  return first !== undefined && 'text' in first && parts.some((part) => partsIn(first.text).includes(part))
}

/** As the settings have them, unless an article says more: one that names a time of day. */
async function openingHours(turn: CustomerTurn, from: Sureness): Promise<Answer | undefined> {
  const article = await fromArticle(turn, from)
  const [first] = article?.say ?? []
  return first && 'text' in first && NAMES_HOUR.test(first.text) ? article : (tellHours(turn) ?? article)
}
const NAMES_HOUR = /\d{1,2}[:.]\d{2}|\d\s?(?:am|pm|โมง|ทุ่ม|น\.|時)|24\s?(?:\/\s?7|ชั่วโมง|ชม|hours|時間)/i

/** Whether we are open, asked in whatever way and whatever else the engine hears in it; `earlier` is what was asked just before. */
export async function askedOfHours(turn: CustomerTurn, earlier?: string): Promise<Answer | undefined> {
  if (!isAboutHours(turn, turn.said, earlier)) return undefined
  return openingHours(turn, 'sure')
}

/** What an article says, whatever the catalogue may tell of it. */
export const articleIfKnown = (turn: CustomerTurn): Promise<Answer | undefined> => fromArticle(turn, 'no guess')

/** The article's own words with where they stand; nothing when none is sure enough to be the answer. */
async function fromArticle(turn: CustomerTurn, from: Sureness): Promise<Answer | undefined> {
  const { said: question, language, meant } = turn
  const { answer: own } = await findAnswer(turn.ctx, { question, language, meant })
  const found = await forWhatIsAsked(turn, own)
  if (!found || (from === 'very sure' && found.sureness < VERY_SURE)) return undefined
  if (await isOfOthers(turn, found)) return undefined
  return told(turn, found)
}

/** In its own words, and with where they stand. */
function told(turn: CustomerTurn, found: FoundAnswer): Answer {
  const { articleId, sureness } = found
  const questionId = noteQuestion(turn.ctx, { ...aboutOf(turn), answer: { articleId, sureness } })
  return answer(turn, [text(cited(turn, found), actsAfter(turn, questionId))], {
    help: { text: turn.said.slice(0, MOST_KEPT).toWellFormed(), at: turn.ctx.now.toISOString(), questionId, articleId },
  })
}

/** Of when one pays, and of what children pay, only an article that says so, whichever words find it. */
async function forWhatIsAsked(
  { ctx, language, said }: CustomerTurn,
  own: FoundAnswer | undefined,
): Promise<FoundAnswer | undefined> {
  const ofPaying = asksToPayThere(said)
  if (!ofPaying && !asksWhatChildrenPay(said)) return own
  const [tells, plainly] = ofPaying ? [tellsWhenToPay, howOnePays] : [tellsWhatChildrenPay, whatChildrenPay]
  const says = (it: FoundAnswer | undefined) => it !== undefined && tells(`${it.title}\n${it.answer}`)
  if (says(own)) return own
  const { answer: other } = await findAnswer(ctx, { question: plainly[language], language })
  if (says(other)) return other
  return ofPaying ? undefined : own
}

const aboutOf = ({ conversationId, said, language, contactName, at }: CustomerTurn) => ({
  conversationId,
  text: said,
  language,
  asker: contactName,
  saidFrom: at,
})

function cited({ copy, language, state }: CustomerTurn, it: FoundAnswer): string {
  const kindly = it.language === language ? [] : [copy.knowledge.onlyIn[it.language]]
  // one article may answer two questions in a row: nobody should think that the second was not read
  const again = state.help?.articleId === it.articleId ? [copy.knowledge.sameAgain] : []
  return [...again, ...kindly, it.answer, '', copy.knowledge.from(it.title)].join('\n')
}

/** In the middle of a booking its own buttons follow: only a way out is added to them. */
function actsAfter(turn: CustomerTurn, questionId: string) {
  const { copy, state, tap } = turn
  if (state.draft?.dialogue === 'book') return [personAct(turn)]
  return [
    tap(copy.knowledge.helpful, 'helped', questionId, 'yes'),
    tap(copy.knowledge.unhelpful, 'helped', questionId, 'no'),
    personAct(turn),
  ]
}

/** What the customer says of the answer. */
export async function answerWas(turn: CustomerTurn, questionId: string, helped: boolean): Promise<Answer> {
  const { copy, conversationId, ctx } = turn
  await answerHelped(ctx, { questionId, conversationId, helped })
  if (helped) return answer(turn, [text(copy.knowledge.glad(), menuActs(turn))])
  return answer(turn, [text(copy.knowledge.notIt(), [personAct(turn)])], helpBy(turn, 'person'))
}
