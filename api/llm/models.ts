import type { Config } from '../config.ts'
import { aBreaker, type Breaker } from './breaker.ts'
import { type LanguageModel, type ModelProvider, modelProviders } from './language-model.ts'
import { minutePriceOf, priceOf } from './prices.ts'

/** A model with what this process knows of its health. */
export type Reachable = LanguageModel & {
  breaker: Breaker
  busy: { calls: number }
  /** what embeds, or hears, may be away alone */
  embedBreaker?: Breaker
  hearBreaker?: Breaker
}

type Settings = Pick<Config, 'openai' | 'gemini'>
type Report = (trouble: unknown, about: Record<string, unknown>) => unknown

// an SDK is 15 MB and half a second: only who has its key loads it
const makers = {
  openai: async () => (await import('./openai.ts')).openaiModel,
  gemini: async () => (await import('./gemini.ts')).geminiModel,
}
/** Without a word of the operator's: quick and cheap, and good enough to choose among labels. */
const USUAL_MODEL = { openai: 'gpt-4.1-mini', gemini: 'gemini-2.5-flash-lite' }

const USUAL_EMBEDDING = { openai: 'text-embedding-3-small', gemini: 'gemini-embedding-001' }

const USUAL_HEARING = { openai: 'gpt-4o-mini-transcribe', gemini: 'gemini-2.5-flash-lite' }
/** Under this name most servers that speak OpenAI's protocol hear. */
const HEARING_ELSEWHERE = 'whisper-1'

let reachable = new Map<ModelProvider, Reachable>()
let tell: Report = () => undefined

/** What goes wrong around models where nobody waits for an answer. */
export const reportOnModels: Report = (trouble, about) => tell(trouble, about)

/** The models this process has keys for; none, and nothing ever leaves it. */
export async function useLanguageModels(
  settings: Settings | undefined,
  report: Report = () => undefined,
): Promise<void> {
  reachable = new Map()
  tell = report
  for (const provider of modelProviders) {
    const it = settings?.[provider]
    if (!it?.apiKey) continue
    const model = it.model ?? USUAL_MODEL[provider]
    const make = await makers[provider]()
    // another server than the provider's own has models of other names, or none for this
    const embedding = it.embeddingModel ?? (it.baseUrl ? undefined : USUAL_EMBEDDING[provider])
    const hearing = it.voiceModel ?? (provider === 'openai' && it.baseUrl ? HEARING_ELSEWHERE : USUAL_HEARING[provider])
    const made = make({
      apiKey: it.apiKey,
      baseUrl: it.baseUrl,
      model,
      price: it.price ?? priceOf(model),
      ...(embedding && { embedding: { model: embedding, price: priceOf(embedding) } }),
      hearing: { model: hearing, minutePrice: minutePriceOf(hearing, it.price) },
    })
    const watched = (asked: string) =>
      aBreaker({
        clock: () => performance.now(),
        onOpen: () =>
          report(new Error('A language model fails again and again: it is left alone for a while'), {
            provider,
            model: asked,
          }),
      })
    const breaker = watched(model)
    const embedBreaker = aBreaker({ clock: () => performance.now() })
    const hearBreaker = watched(hearing)
    reachable.set(provider, { ...made, breaker, busy: { calls: 0 }, embedBreaker, hearBreaker })
  }
}

/** In the order given, those there is a key for. */
export const languageModels = (order: readonly ModelProvider[] = modelProviders): Reachable[] =>
  [...new Set(order)].flatMap((provider) => reachable.get(provider) ?? [])
