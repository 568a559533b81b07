import { type Asked, ask, inTime } from '../../llm/ask.ts'
import { type Masked, mask } from '../../llm/masking.ts'
import type { Reachable } from '../../llm/models.ts'
import type { Purse } from '../../llm/purse.ts'
import { isoDay, today } from '../slots/at.ts'
import type { Gazetteer, ModelUse, TenantLabels, Understanding } from '../understanding.ts'
import { answerSchema } from './answer.ts'
import { aCache } from './cache.ts'
import type { Nearest } from './nearest.ts'
import { type Opinion, opinionIn, understandingOf } from './opinion.ts'
import { dataFor, taskFor, type Waiting } from './prompt.ts'
import { CRITICAL_FROM, isWorthAsking } from './when-to-ask.ts'

export type Words = {
  /** what a customer wrote, and when */
  text: string
  at: Date
  /** what the desk knows them by, which no model is to read */
  names?: readonly string[]
  waiting?: Waiting
}

/** How a tenant wants its messages read, as of now. */
export type Wish = {
  switch: 'off' | 'suggest' | 'decide'
  /** in the order they are asked */
  models: readonly Reachable[]
  /** also where the local engine is sure: the operator named an engine */
  always: boolean
  timeoutMs: number
  purse: Purse
}

export type TenantDesk = {
  tenantId: string
  zone: string
  labels: TenantLabels
  gazetteer: Gazetteer
  understand: (text: string, at: Date) => Understanding
  /** the labelled messages that are most like this one */
  nearest: () => Promise<Nearest>
  wish: () => Promise<Wish>
  /** milliseconds of any steady clock */
  clock: () => number
}

/** What a model would have decided, beside what was. */
export type SecondOpinion = {
  asked: ModelUse
  opinion?: Pick<Understanding, 'intent' | 'caseType' | 'bookingKind' | 'severity' | 'severityReason' | 'confidence'>
}

export type Road = {
  /** The engine that the tenant chose; the local one whenever no other answers in time. Never throws for what the outside does. */
  decide: (words: Words) => Promise<Understanding>
  /** Where models only suggest: what one says to a turn that the local engine decided; nothing when there is nothing to ask. */
  suggest: (words: Words, local: Understanding) => Promise<SecondOpinion | undefined>
}

/** Enough for the answer with a dozen slots. */
const MOST_TOKENS = 800
/** A model does without examples rather than a customer waits for them. */
const EXAMPLES_MS = 250
/** A story longer than this is told in its beginning. */
const MOST_CHARACTERS = 3_000

const cache = aCache(() => performance.now())

/** The road a message takes between the engines. */
export function roadOf(desk: TenantDesk): Road {
  const task = taskFor(desk.labels)
  const answer = answerSchema(desk.labels)

  async function hear(words: Words, local: Understanding, wish: Wish): Promise<Heard | undefined> {
    const start = desk.clock()
    const masked = mask(words.text, { names: words.names ?? [] })
    const message = masked.text.slice(0, MOST_CHARACTERS).toWellFormed()
    const models = wish.models.map((it) => `${it.provider} ${it.model}`)
    const day = isoDay(today({ now: words.at, zone: desk.zone }))
    const waiting = words.waiting ? [words.waiting.label, words.waiting.asked] : []
    const key = cache.keyOf([desk.tenantId, ...models, task, day, message, ...waiting])
    const known = cache.find(key)
    if (known) {
      const [first] = wish.models
      return (
        first && heardOf(known, { ...nothingUsed, provider: first.provider, model: first.model }, local, words, masked)
      )
    }
    // the first question after a start would wait for all lessons to be read
    const nearest = await inTime(desk.nearest(), EXAMPLES_MS).catch(() => 'late' as const)
    const examples = nearest === 'late' ? [] : nearest(words.text)
    const asked = await ask({
      models: wish.models,
      question: {
        name: 'triage',
        task,
        data: dataFor({ message, examples, at: words.at, zone: desk.zone, waiting: words.waiting }),
        answer,
        mostTokens: MOST_TOKENS,
      },
      timeoutMs: wish.timeoutMs - (desk.clock() - start),
      purse: wish.purse,
      clock: desk.clock,
    })
    if (!asked) return undefined
    if (asked.trouble) return { use: useOf(asked) }
    const opinion = opinionIn(asked.answer, message)
    cache.keep(key, opinion)
    return heardOf(opinion, useOf(asked), local, words, masked)
  }

  function heardOf(opinion: Opinion, use: ModelUse, local: Understanding, words: Words, masked: Masked): Heard {
    const { zone, labels, gazetteer } = desk
    const context = { text: words.text, masked, at: words.at, zone, labels, gazetteer }
    return { use, understood: understandingOf(opinion, local, context) }
  }

  const wanted = (wish: Wish, as: Wish['switch'], local: Understanding): boolean =>
    wish.switch === as && wish.models.length > 0 && isWorthAsking(local, wish.always)

  return {
    async decide(words) {
      const local = desk.understand(words.text, words.at)
      const wish = await desk.wish()
      if (!wanted(wish, 'decide', local)) return local
      const heard = await hear(words, local, wish)
      if (!heard) return local
      if (!heard.understood) return { ...local, asked: heard.use }
      // somebody in danger stays a case, whatever a message made a model believe
      if (isTalkedAway(local, heard.understood)) return { ...local, asked: { ...heard.use, trouble: 'kept_critical' } }
      return {
        ...heard.understood,
        engine: heard.use.provider,
        latencyMs: local.latencyMs + heard.use.latencyMs,
        asked: heard.use,
      }
    },
    async suggest(words, local) {
      const wish = await desk.wish()
      if (!wanted(wish, 'suggest', local)) return undefined
      const heard = await hear(words, local, wish)
      if (!heard?.understood) return heard && { asked: heard.use }
      const { intent, caseType, bookingKind, severity, severityReason, confidence } = heard.understood
      return {
        asked: heard.use,
        opinion: {
          intent,
          ...(caseType && { caseType }),
          ...(bookingKind && { bookingKind }),
          ...(severity && { severity }),
          ...(severityReason && { severityReason }),
          confidence,
        },
      }
    },
  }
}

type Heard = { use: ModelUse; understood?: Omit<Understanding, 'engine'> }

const nothingUsed = { inputTokens: 0, outputTokens: 0, costMicros: 0, latencyMs: 0 }

const useOf = (it: Asked<unknown>): ModelUse => ({
  provider: it.provider,
  model: it.model,
  inputTokens: it.inputTokens,
  outputTokens: it.outputTokens,
  costMicros: it.costMicros,
  latencyMs: it.latencyMs,
  ...(it.trouble && { trouble: it.trouble }),
})

const isTalkedAway = (local: Understanding, said: Omit<Understanding, 'engine'>): boolean =>
  local.severity === 'critical' &&
  local.intentConfidence >= CRITICAL_FROM &&
  said.intent !== 'case_report' &&
  said.intent !== 'handoff'
