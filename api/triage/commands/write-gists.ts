import { inTenant, system } from '../../context.ts'
import { keepGist } from '../../conversations/commands/keep-gist.ts'
import { ask } from '../../llm/ask.ts'
import { mask } from '../../llm/masking.ts'
import { reportOnModels } from '../../llm/models.ts'
import { tenantById } from '../../tenants/queries.ts'
import { wishOf } from '../engines/wish.ts'
import { gistAnswer, gistIn, gistTask } from '../gist.ts'
import { languageOf } from '../local/language.ts'

/** More than so many at once and the next ones go without: staff have the customer's own words. */
const MOST_AT_ONCE = 8
/** 'はい' and a number need no translation. */
const LEAST_LETTERS = 6
const MOST_CHARACTERS = 1_500
const MOST_TOKENS = 300
const writing = new Set<Promise<void>>()

type Said = {
  tenantId: string
  messages: { id: string; body?: string }[]
  /** what the desk knows the person by, which no model is to read */
  names: readonly string[]
}

/**
 * After a turn, for a business that wants it: what was written in another language than its own is told beside it in one line, where there is
 * a model. Nobody waits for it; what goes wrong is told and changes nothing.
 */
export function writeGists(it: Said): void {
  if (writing.size >= MOST_AT_ONCE) return
  const done = write(it)
    .catch((trouble: unknown) => void reportOnModels(trouble, { tenantId: it.tenantId, while: 'writing a gist' }))
    .finally(() => writing.delete(done))
  writing.add(done)
}

/** When all that are on their way have come. */
export const gistsWritten = async (): Promise<void> => {
  await Promise.all(writing)
}

async function write({ tenantId, messages, names }: Said): Promise<void> {
  const { language, settings } = await tenantById(tenantId)
  const foreign = messages.flatMap(({ id, body }) => (body && isForeign(body, language) ? [{ id, body }] : []))
  if (foreign.length === 0) return
  const wish = await wishOf(tenantId)
  if (wish.switch === 'off' || wish.models.length === 0) return
  for (const { id, body } of foreign) {
    const masked = mask(body, { names })
    const asked = await ask({
      models: wish.models,
      question: {
        name: 'gist',
        task: gistTask(language, settings.glossary),
        data: { message: masked.text.slice(0, MOST_CHARACTERS).toWellFormed() },
        answer: gistAnswer,
        mostTokens: MOST_TOKENS,
      },
      timeoutMs: wish.timeoutMs,
      purse: wish.purse,
      clock: () => performance.now(),
    })
    const gist = asked?.answer && gistIn(masked.unmask(asked.answer.gist), body)
    if (gist) await inTenant(tenantId, system, (ctx) => keepGist(ctx, { messageId: id, of: body, gist }))
  }
}

const isForeign = (body: string, language: string): boolean =>
  (body.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS && languageOf(body) !== language
