import { ask } from '../../llm/ask.ts'
import type { Picture } from '../../llm/language-model.ts'
import { wishOf } from '../engines/wish.ts'
import { type Slip, slipAnswer, slipIn, slipTask } from '../slip.ts'

const READABLE = new Set(['image/jpeg', 'image/png', 'image/webp'])
/** A photo of a slip is far smaller; what is larger takes longer to send than a customer waits. */
const MOST_BYTES = 4_000_000
const MOST_TOKENS = 200

/**
 * What a picture says of a payment, by a language model that the business lets decide; nothing where there is none, it is no slip, or no answer
 * comes in time. Outside any transaction. Never throws for what the outside does.
 */
export async function readSlip(it: { tenantId: string; picture: Picture; now: Date }): Promise<Slip | undefined> {
  const { contentType, bytes } = it.picture
  if (!READABLE.has(contentType) || bytes.length > MOST_BYTES) return undefined
  const wish = await wishOf(it.tenantId)
  if (wish.switch !== 'decide' || wish.models.length === 0) return undefined
  const asked = await ask({
    models: wish.models,
    question: {
      name: 'payment_slip',
      task: slipTask,
      data: { look_at: 'the picture' },
      picture: it.picture,
      answer: slipAnswer,
      mostTokens: MOST_TOKENS,
    },
    timeoutMs: wish.timeoutMs,
    purse: wish.purse,
    clock: () => performance.now(),
  })
  return asked?.answer && slipIn(asked.answer, it.now)
}
