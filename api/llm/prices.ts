import type { Price } from './language-model.ts'

/** US dollars for a million tokens (in, out), which is also millionths of a dollar for one. From the providers' price lists. */
const known: Record<string, [number, number]> = {
  'gpt-4.1': [2, 8],
  'gpt-4.1-mini': [0.4, 1.6],
  'gpt-4.1-nano': [0.1, 0.4],
  'gpt-4o': [2.5, 10],
  'gpt-4o-mini': [0.15, 0.6],
  'gpt-5': [1.25, 10],
  'gpt-5-mini': [0.25, 2],
  'gpt-5-nano': [0.05, 0.4],
  'gemini-2.5-pro': [1.25, 10],
  'gemini-2.5-flash': [0.3, 2.5],
  'gemini-2.5-flash-lite': [0.1, 0.4],
  'text-embedding-3-small': [0.02, 0],
  'text-embedding-3-large': [0.13, 0],
  'gemini-embedding-001': [0.15, 0],
}

/** Millionths of a US dollar for a minute of sound, the words that come back included. */
const knownMinutes: Record<string, number> = {
  'gpt-4o-mini-transcribe': 3_000,
  'gpt-4o-transcribe': 6_000,
  'whisper-1': 6_000,
  'gemini-2.5-flash-lite': 1_000,
  'gemini-2.5-flash': 4_000,
  'gemini-2.5-pro': 10_000,
}
const UNKNOWN_MINUTE = 20_000

/** A server that costs nothing for words costs nothing for sound. */
export const minutePriceOf = (model: string, price: Price | undefined): number =>
  price?.input === 0 && price.output === 0
    ? 0
    : (knownMinutes[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? UNKNOWN_MINUTE)

/** For a model that is not on the list: dear rather than cheap, so that a budget holds. */
const UNKNOWN: Price = { input: 5, output: 30 }

export function priceOf(model: string): Price {
  const [input, output] = known[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? []
  return input === undefined || output === undefined ? UNKNOWN : { input, output }
}

export const costOf = (price: Price, used: { inputTokens: number; outputTokens: number }): number =>
  Math.ceil(price.input * used.inputTokens + price.output * used.outputTokens)

/** More than a text can be: Thai and Japanese letters may be several tokens each, and none is more than its bytes. */
export const mostTokensIn = (text: string): number => Buffer.byteLength(text)
