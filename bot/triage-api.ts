import { z } from 'zod'
import { severities } from '../api/cases/schema.ts'
import type { Ctx } from '../api/context.ts'
import { Refusal } from '../api/errors.ts'
import { type Endpoint, endpoint, type Visit } from '../api/http/endpoint.ts'
import { instantSchema } from '../api/instant.ts'
import { leads } from '../api/policy.ts'
import { tenantById } from '../api/tenants/queries.ts'
import { triageOf } from '../api/triage/queries.ts'
import { askingOf, askingWhys, isSureAlone } from '../api/triage/queries/asking.ts'
import { intents } from '../api/triage/schema.ts'
import type { Understanding } from '../api/triage/understanding.ts'
import { courses } from './conversation/course.ts'
import { asCatalogueAnswers, type Would, whatWouldBecome } from './conversation/dry-run.ts'
import { written } from '../api/written.ts'

const about = { tag: 'triage', access: 'staff', also: { 403: 'For admins and managers' } } as const
const MOST_CHARACTERS = 5_000
const dones = [...courses, 'set_words'] as const

const Slot = z.looseObject({ text: z.string(), value: z.union([z.string(), z.number()]) })

const Input = z.strictObject({
  text: written(MOST_CHARACTERS),
  at: instantSchema
    .optional()
    .meta({ description: 'When it was written: ‘tomorrow’ counts from there. Now, if left out' }),
  ask_model: z
    .boolean()
    .default(false)
    .meta({ description: 'Really ask a language model where one would be asked; that costs money' }),
})

const DryRun = z
  .object({
    done: z.enum(dones).meta({
      description:
        'What the bot would do, where nothing else is under way in the chat: by the rules of the chat itself',
    }),
    also: z.enum(dones).nullable().meta({ description: 'For the second matter told in the same message' }),
    matters: z
      .array(
        z.object({
          text: z.string().meta({ description: 'The words that this was read from' }),
          intent: z.enum(intents),
          label: z.string().nullable(),
          severity: z.enum(severities).nullable(),
          severityReason: z.string().nullable(),
          slots: z.record(z.string(), z.array(Slot)),
          confidence: z.number(),
          done: z.enum(dones),
        }),
      )
      .meta({
        description: 'Everything told in it, in the order in which it is dealt with; most messages are one matter',
      }),
    intent: z.enum(intents),
    intents: z.array(z.object({ intent: z.enum(intents), chance: z.number() })),
    label: z.string().nullable(),
    labelConfidence: z.number().nullable(),
    alternatives: z.array(z.object({ kind: z.enum(['case', 'booking']), key: z.string(), confidence: z.number() })),
    severity: z.enum(severities).nullable(),
    severityReason: z.string().nullable(),
    slots: z.record(z.string(), z.array(Slot)),
    language: z.string(),
    confidence: z.number(),
    engine: z.enum(['local', 'openai', 'gemini']),
    modelId: z.uuid(),
    latencyMs: z.number(),
    costUsd: z.number(),
    why: z.object({
      words: z
        .array(z.object({ word: z.string(), weight: z.number() }))
        .meta({ description: 'Without which it would be less likely, and by how much' }),
      nearest: z
        .array(z.object({ message: z.string(), intent: z.string(), label: z.string().nullable() }))
        .meta({ description: 'The lessons most like it, with what says who somebody is taken out' }),
      sureFrom: z.number().meta({ description: 'The business’s bar: see /v1/triage/settings' }),
      sureAlone: z.boolean().meta({ description: 'So sure that in `auto` no model is asked' }),
    }),
    models: z
      .object({ would: z.boolean(), why: z.enum([...askingWhys, 'set_words']), order: z.array(z.string()) })
      .meta({
        description: 'Whether a language model would be asked about it, and why (not)',
      }),
  })
  .meta({ id: 'TriageDryRun' })

const MOST_LINES = 5_000
const MOST_BYTES = 2_000_000
/** So many are read before others have their turn. */
const AT_ONCE = 3

const ReplayLine = z
  .object({
    text: z.string().max(MOST_CHARACTERS),
    at: z.iso.datetime({ offset: true }).optional(),
    contact: z.string().max(200).optional().meta({ description: 'Whoever wrote it, in your own words' }),
  })
  .meta({ id: 'TriageReplayLine' })

const Replay = z
  .object({
    messages: z.int(),
    contacts: z.int(),
    done: z.partialRecord(z.enum(dones), z.int()),
    intents: z.partialRecord(z.enum(intents), z.int()),
    labels: z.record(z.string(), z.int()),
    critical: z.int().meta({ description: 'Cases that would have been critical' }),
    sure: z.number().meta({ description: 'The share the bot would have acted on without asking back' }),
    alone: z.number().meta({ description: 'The share the local engine is so sure of that no model is asked' }),
    lines: z.array(
      z.object({
        line: z.int().meta({ description: 'Which of the messages you sent, from 1' }),
        done: z.enum(dones),
        also: z.enum(dones).nullable(),
        intent: z.enum(intents),
        intents: z.array(z.enum(intents)).meta({ description: 'Of all matters told in it' }),
        label: z.string().nullable(),
        severity: z.enum(severities).nullable(),
        confidence: z.number(),
        language: z.string(),
      }),
    ),
  })
  .meta({ id: 'TriageReplay' })

async function nowForTeachers(ctx: Ctx): Promise<Date> {
  if (!leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'triage' })
  return ctx.now
}

/** The tenant's rules of today, for somebody who may look behind them. */
async function deskOf(visit: Visit) {
  const { visitor } = visit
  if (!visitor) throw new Refusal('not_allowed')
  const now = await visit.asVisitor(nowForTeachers)
  const { tenantId } = visitor
  const tenant = await tenantById(tenantId)
  return {
    now,
    tenant,
    triage: await triageOf(tenantId),
    asking: await askingOf(tenantId),
    sureFrom: tenant.settings.sureFrom,
  }
}

const labelOf = (it: Understanding): string | null => it.caseType ?? it.bookingKind ?? null

/** What would become of a message, and of old chats; nothing is stored and nobody hears of it. */
export const triageRoutes: readonly Endpoint[] = [
  endpoint('POST /v1/triage', {
    ...about,
    summary: 'What a message would become, and why',
    description:
      'A dry run: nothing is stored, nobody is told, and no language model is asked unless `ask_model` says so. What is known from the chat before (an open question, an open case) is not.',
    body: Input,
    answer: DryRun,
    async serve(visit, { body }) {
      const desk = await deskOf(visit)
      const { triage, sureFrom } = desk
      const words = { text: body.text, at: body.at ? new Date(body.at) : desk.now }
      const local = whatWouldBecome(words, desk)
      const asks = body.ask_model && local.asking.would
      const heard = asks ? whatWouldBecome(words, desk, await triage.decide(words)) : local
      const would = await visit.asVisitor((ctx) => asCatalogueAnswers(ctx, heard, words.at, desk))
      const { understood: it } = would
      const { intents, words: weighty, nearest } = await triage.explain(body.text)
      return {
        done: would.course,
        also: would.matters[1]?.course ?? null,
        matters: would.matters.map(({ said, understood, course }) => ({
          text: said,
          intent: understood.intent,
          label: labelOf(understood),
          severity: understood.severity ?? null,
          severityReason: understood.severityReason ?? null,
          slots: understood.slots,
          confidence: understood.confidence,
          done: course,
        })),
        intent: it.intent,
        intents,
        label: labelOf(it),
        labelConfidence: it.labelConfidence ?? null,
        alternatives: it.alternatives,
        severity: it.severity ?? null,
        severityReason: it.severityReason ?? null,
        slots: it.slots,
        language: it.language,
        confidence: it.confidence,
        engine: it.engine,
        modelId: triage.modelId,
        latencyMs: it.latencyMs,
        costUsd: (it.asked?.costMicros ?? 0) / 1_000_000,
        why: {
          words: weighty,
          nearest,
          sureFrom,
          sureAlone: isSureAlone(local.understood),
        },
        models: would.asking,
      }
    },
  }),
  endpoint('POST /v1/triage/replays', {
    ...about,
    summary: 'What old chats would have become',
    description: `One JSON object a line, \`{text, at?, contact?}\`: ${MOST_LINES} messages and 2 MB at most, read by the local engine. Each message is taken by itself. Nothing is stored; the answer comes when all are read.`,
    lines: { mostBytes: MOST_BYTES },
    body: z.array(ReplayLine).min(1).max(MOST_LINES),
    answer: Replay,
    async serve(visit, { body }) {
      const desk = await deskOf(visit)
      const would = await inTurn(async () => {
        const read: { would: Would; at: Date }[] = []
        for (const [index, it] of body.entries()) {
          // customers are answered in between
          if (index % AT_ONCE === AT_ONCE - 1) await new Promise((next) => setImmediate(next))
          // nobody waits for it any more
          if (!visit.http.req.socket.writable) break
          const at = it.at ? new Date(it.at) : desk.now
          read.push({ would: whatWouldBecome({ text: it.text, at }, desk), at })
        }
        return visit.asVisitor(async (ctx) => {
          const told: Would[] = []
          for (const it of read) told.push(await asCatalogueAnswers(ctx, it.would, it.at, desk))
          return told
        })
      })
      const share = (is: (it: Would) => boolean) => would.filter(is).length / Math.max(1, would.length)
      return {
        messages: would.length,
        contacts: new Set(body.flatMap((it) => it.contact ?? [])).size,
        done: counted(would.map((it) => it.course)),
        intents: counted(would.map((it) => it.understood.intent)),
        labels: counted(would.filter((it) => ACTS.includes(it.course)).flatMap((it) => labelOf(it.understood) ?? [])),
        critical: would.filter((it) => it.course === 'open_case' && it.understood.severity === 'critical').length,
        sure: share((it) => !UNSURE.includes(it.course)),
        alone: share((it) => it.course === 'set_words' || isSureAlone(it.understood)),
        lines: would.map((it, index) => ({
          line: index + 1,
          done: it.course,
          also: it.matters[1]?.course ?? null,
          intent: it.understood.intent,
          intents: it.matters.map((one) => one.understood.intent),
          label: labelOf(it.understood),
          severity: it.understood.severity ?? null,
          confidence: Math.round(it.understood.confidence * 1_000) / 1_000,
          language: it.understood.language,
        })),
      }
    },
  }),
]

let last: Promise<unknown> = Promise.resolve()

/** One file after the other in a process: a dozen at once would leave customers little of it. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

const ACTS: Would['course'][] = ['open_case', 'begin_booking']
const UNSURE: Would['course'][] = ['unsure', 'unsure_which', 'ask_which_case', 'ask_which_booking', 'not_understood']

const counted = <K extends string>(all: readonly K[]): Record<K, number> => {
  const counts = new Map<K, number>()
  for (const it of all) counts.set(it, (counts.get(it) ?? 0) + 1)
  return Object.fromEntries(counts) as Record<K, number>
}
