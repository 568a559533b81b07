import type { Ctx } from '../../api/context.ts'
import type { Tenant } from '../../api/tenants/schema.ts'
import type { Triage } from '../../api/triage/queries.ts'
import type { Asking } from '../../api/triage/queries/asking.ts'
import type { Matter, Understanding } from '../../api/triage/understanding.ts'
import { copyIn } from '../copy/copy.ts'
import { askedOfCatalogue } from '../dialogues/answer-from-catalogue.ts'
import { catalogueQuestion } from '../dialogues/catalogue-question.ts'
import { tapsOf } from '../messages.ts'
import { type Course, courseOf } from './course.ts'
import { isSetWords, referenceAlone, saysSetWords } from './words/set-words.ts'

export type Would = {
  /** what the message by itself leads to, in a chat where nothing is under way */
  course: Course | 'set_words'
  understood: Understanding
  asking: Omit<Asking, 'why'> & { why: Asking['why'] | 'set_words' }
  /** everything that is told in it, in the order in which it is dealt with */
  matters: (Matter & { course: Course | 'set_words' })[]
}

type Rules = { sureFrom: number; triage: Pick<Triage, 'understand'>; asking: (local: Understanding) => Asking }

/** What would be done with a message, by the same rules as in the chat; nothing is stored and nobody is told. */
export function whatWouldBecome(
  { text, at }: { text: string; at: Date },
  { sureFrom, triage, asking }: Rules,
  heard?: Understanding,
): Would {
  const local = triage.understand(text, at)
  const understood = heard ?? local
  const asked = asking(local)
  const matters = (understood.matters ?? [{ said: text, understood }]).map((it, index) => ({
    ...it,
    course: saysSetWords(text) ? ('set_words' as const) : courseOfMatter(it, index, sureFrom),
  }))
  return {
    course: matters[0]?.course ?? 'not_understood',
    understood,
    asking: isSetWords(text) ? { ...asked, would: false, why: 'set_words' } : asked,
    matters,
  }
}

type Desk = { tenant: Tenant; triage: Pick<Triage, 'slotsFor' | 'slotsOfCase'> }

/** The same, where the chat would have answered from the catalogue: what is on sale says more than the words alone. */
export async function asCatalogueAnswers(ctx: Ctx, would: Would, at: Date, desk: Desk): Promise<Would> {
  const [main, ...others] = would.matters
  const mayAsk = main && main.course !== 'set_words' && main.course !== 'other_language'
  if (!mayAsk || !catalogueQuestion(main.said) || !(await wouldBeTold(ctx, main, at, desk))) return would
  return { ...would, course: 'answer_question', matters: [{ ...main, course: 'answer_question' }, ...others] }
}

/** Asked as in a chat where nothing is under way; nobody reads the answer. */
async function wouldBeTold(
  ctx: Ctx,
  { said, understood }: Matter,
  at: Date,
  { tenant, triage }: Desk,
): Promise<boolean> {
  const { language } = tenant
  const nobody = { publicUrl: '', channelId: '', channelKey: '', conversationId: '', contactId: '', contactName: null }
  const answer = await askedOfCatalogue(
    {
      ...nobody,
      ctx,
      tenant,
      language,
      copy: copyIn(language),
      tap: tapsOf({ tenant, now: ctx.now }),
      state: {},
      said,
      at,
      source: 'line',
      slotsFor: (words, kind) => triage.slotsFor(words, at, kind),
      slotsOfCase: (words, type) => triage.slotsOfCase(words, at, type),
    },
    understood,
  )
  return answer !== undefined
}

function courseOfMatter({ said, understood }: Matter, index: number, sureFrom: number): Course {
  if (referenceAlone(said)) return 'tell_status'
  // a question beside something else is answered if there is an answer, however it was asked
  if (index > 0 && understood.intent === 'question') return 'answer_question'
  return courseOf(understood, sureFrom, said)
}
