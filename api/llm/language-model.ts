import type { z } from 'zod'

export const modelProviders = ['openai', 'gemini'] as const
export type ModelProvider = (typeof modelProviders)[number]

/** What is asked of a model. `task` is ours; `data` is what people wrote, masked, and travels as JSON: words to look at, never to obey. */
export type Question = {
  /** letters and underscores, for the provider's own logs */
  name: string
  task: string
  data: unknown
  /** to be looked at besides; its bytes leave as they are, nothing in them can be masked */
  picture?: Picture
  /** what an answer looks like; the model is held to it, and it is checked again here */
  answer: z.ZodType
  mostTokens: number
}

/** `contentType` by its bytes, not by what its sender says. */
export type Picture = { contentType: string; bytes: Buffer }

/** Somebody speaking. `seconds` is how long it is at most: what it may cost is counted by that. */
export type Recording = { contentType: 'audio/mp4' | 'audio/ogg'; bytes: Buffer; seconds: number }

export type TokensUsed = { inputTokens: number; outputTokens: number }

/** `json` is parsed but not yet checked. */
export type Said = TokensUsed & { json: unknown }

/** A model of a provider, ready to be asked. */
export type LanguageModel = {
  provider: ModelProvider
  model: string
  price: Price
  /** Throws a ModelTrouble, whatever goes wrong. */
  structured: (question: Question, signal: AbortSignal) => Promise<Said>
  embedder?: Embedder
  hearer?: Hearer
}

/** Says what texts mean, as directions in a space of its own; in the order of the texts. */
export type Embedder = {
  model: string
  price: Price
  vectorsOf: (texts: readonly string[], signal: AbortSignal) => Promise<{ vectors: number[][]; inputTokens: number }>
}

/** Writes down what is said in a recording, word for word. */
export type Hearer = {
  model: string
  /** millionths of a US dollar for a minute of sound */
  minutePrice: number
  /** Throws a ModelTrouble, whatever goes wrong; silence is `empty`. */
  wordsIn: (recording: Recording, signal: AbortSignal) => Promise<string>
}

/** Millionths of a US dollar for each token. Zero for both: a server of one's own. */
export type Price = { input: number; output: number }

/** In how many ways an answer can fail to come, or to be one. */
export const troubles = [
  'slow',
  'too_many',
  'server_error',
  'unreachable',
  'key_refused',
  'request_refused',
  'refused',
  'cut_short',
  'empty',
  'not_json',
  'wrong_shape',
  'unknown_label',
  'breaker_open',
  'busy',
  'budget_spent',
  'failed',
] as const
export type Trouble = (typeof troubles)[number]

/** Carries no word of what was asked or said, and nothing of a key: it may be logged. */
export class ModelTrouble extends Error {
  readonly reason: Trouble
  /** what was used all the same, when the provider said so */
  readonly used: TokensUsed | undefined

  constructor(reason: Trouble, used?: TokensUsed) {
    super(`A language model did not answer: ${reason}`)
    this.name = 'ModelTrouble'
    this.reason = reason
    this.used = used
  }
}

/** What an HTTP status of a provider means to us. */
export const troubleOfStatus = (status: number): Trouble =>
  status === 429
    ? 'too_many'
    : status === 401 || status === 403
      ? 'key_refused'
      : status === 408 || status === 504
        ? 'slow'
        : status >= 500
          ? 'server_error'
          : 'request_refused'

/** What a provider says was said; anything but words in the right place is no answer. */
export function heardIn(answer: unknown): string {
  const { text } = (typeof answer === 'object' && answer !== null ? answer : {}) as { text?: unknown }
  if (text === undefined || (text !== null && typeof text !== 'string')) throw new ModelTrouble('wrong_shape')
  if (!text?.trim()) throw new ModelTrouble('empty')
  return text
}

/** The answer's text as JSON; a text that is none says so without repeating it. */
export function jsonIn(text: string | null | undefined, used: TokensUsed): Said {
  if (!text?.trim()) throw new ModelTrouble('empty', used)
  try {
    return { json: JSON.parse(text), ...used }
  } catch {
    throw new ModelTrouble('not_json', used)
  }
}
