import { type Ctx, inTenant, system } from '../context.ts'
import { languageModels, reportOnModels } from '../llm/models.ts'
import { tenantById } from '../tenants/queries.ts'
import { forgetLessons, nearestOf } from './engines/lessons.ts'
import type { Nearest } from './engines/nearest.ts'
import { type Road, roadOf } from './engines/road.ts'
import { triageEngine, wishOf } from './engines/wish.ts'
import { gazetteerOf, labelsOf } from './labels.ts'
import { type Explained, explained } from './local/explain.ts'
import { isModel, type LocalModel, parse, serialise } from './local/model.ts'
import { withMatters } from './local/matters.ts'
import { read } from './local/read.ts'
import { knows } from './local/train.ts'
import { TriageModel } from './model.ts'
import { keepModel, lessonFor } from './commands/retrain.ts'
import { modelBytes } from './training/model-bytes.ts'
import { trainer } from './training/trainer.ts'
import { isWhole } from './training/whole.ts'
import { readSlots } from './slots/read-slots.ts'
import type { Gazetteer, Slots, TenantLabels, Understanding } from './understanding.ts'

export type { Words } from './engines/road.ts'

/** How a tenant's messages are understood. */
export type Triage = Road & {
  modelId: string
  /** by the local engine, at once: for a part of a message, or for words that were spoken of already */
  understand: (text: string, now: Date) => Understanding
  /** what the words say, taken for words about a booking of this kind: `4`, said alone, is about nothing by itself */
  slotsFor: (text: string, now: Date, bookingKind: string) => Slots
  /** the same, taken for words about a trouble of this type */
  slotsOfCase: (text: string, now: Date, caseType: string) => Slots
  /** why the local engine takes it for what it does */
  explain: (text: string) => Promise<Explained & { nearest: ReturnType<Nearest> }>
  /** whether `decide` and `suggest` could have more to say than that */
  asksModels: () => boolean
}

/** Which models the tenant may ask, for how long and for how much; none where it is switched off. */
export const modelsOf = wishOf

const FRESH_MS = 15_000
const known = new Map<string, { triage: Promise<Triage>; at: number }>()

/** The tenant's triage, kept in memory and looked up again when it is older than fifteen seconds; the model itself is read only when it changed. */
export function triageOf(tenantId: string): Promise<Triage> {
  const hit = known.get(tenantId)
  if (hit && performance.now() - hit.at < FRESH_MS) return hit.triage
  if (hit) {
    renew(tenantId, hit)
    return hit.triage
  }
  const triage = load(tenantId)
  known.set(tenantId, { triage, at: performance.now() })
  triage.catch(() => known.delete(tenantId))
  return triage
}

/** The older one serves until the fresh one is there, and goes on serving where that fails; of two that are being read the later counts. */
function renew(tenantId: string, older: { triage: Promise<Triage> }): void {
  const at = performance.now()
  known.set(tenantId, { triage: older.triage, at })
  const triage = load(tenantId)
  triage.then(
    () => known.get(tenantId)?.at === at && known.set(tenantId, { triage, at: performance.now() }),
    () => undefined,
  )
}

/** What the business asks or sells was changed here: this process knows it as soon as it has learnt it, the others within fifteen seconds. */
export function renewTriageOf(tenantId: string): void {
  const hit = known.get(tenantId)
  if (hit) renew(tenantId, hit)
}

/** A model was adopted here: the next message meets it. */
export const forgetTriageOf = (tenantId: string): void => void known.delete(tenantId)

export function forgetTriage(): void {
  known.clear()
  models.clear()
  triedWith.clear()
  before.clear()
  forgetLessons()
}

type Kept = { id: string; model: LocalModel }
const models = new Map<string, Kept>()

/** The newest of the models that were adopted and can be read. One that was damaged is put out of use, and told of. */
async function newestWhole(ctx: Ctx): Promise<Kept | undefined> {
  for (;;) {
    const { rows } = (await ctx.trx.raw(
      'select id from triage_models where adopted_at is not null order by adopted_at desc, id desc limit 1',
    )) as { rows: { id: string }[] }
    const id = rows[0]?.id
    const known = models.get(ctx.tenantId)
    if (!id || known?.id === id) return id ? known : undefined
    const { digest } = await TriageModel.query(ctx.trx).findById(id).select('digest').throwIfNotFound()
    const row = { digest, model: await modelBytes(ctx, id) }
    const model = isModel(row.model) ? readable(row) : undefined
    if (model) {
      const own = { id, model }
      models.set(ctx.tenantId, own)
      return own
    }
    // of an older desk: taught anew
    if (!row.digest || isWhole(row)) return undefined
    await TriageModel.query(ctx.trx).findById(id).patch({ adoptedAt: null, refusedWhy: 'damaged' })
    reportOnModels(new Error('A triage model is damaged: an earlier one, or one trained anew, takes its place'), {
      tenantId: ctx.tenantId,
      modelId: id,
    })
  }
}

function readable(row: Pick<TriageModel, 'digest' | 'model'>): LocalModel | undefined {
  if (!isWhole(row)) return undefined
  try {
    return parse(row.model, commons())
  } catch {
    // whole, but of a shape this version does not read: the next training makes another
    return undefined
  }
}

/** What all tenants learnt together lies in memory once. */
const commons = () => [...models.values()].map(({ model }) => model.common)

/** No case type or kind of booking came or went since the engine was trained. */
const knowsAll = (model: LocalModel, labels: TenantLabels): boolean =>
  knows(model.own?.caseType, labels.caseTypes) && knows(model.own?.bookingKind, labels.bookingKinds)

const spelt = (labels: TenantLabels): string =>
  [...labels.caseTypes, ...labels.bookingKinds].map((it) => it.key).join(' ')
const triedWith = new Map<string, string>()

/** Any model here that nothing but the shared lessons made, so that a thread need not learn those again. */
function pureModel(): { pure?: Uint8Array } {
  for (const { model } of models.values()) if (model.common.taughtBy !== 0) return { pure: serialise(model) }
  return {}
}

/** Trained outside any transaction, in a thread; of two processes that did so at once the first is believed. */
async function taught(tenantId: string, before: Kept | undefined): Promise<Kept> {
  const lesson = await inTenant(tenantId, system, (ctx) =>
    lessonFor(ctx, { ...(before && { before: serialise(before.model), onlyLabels: true }), ...pureModel() }),
  )
  const learnt = await trainer.learn(lesson)
  return inTenant(tenantId, system, async (ctx) => {
    await ctx.trx.raw('select pg_advisory_xact_lock(727004, hashtext(?))', [tenantId])
    const other = await newestWhole(ctx)
    if (other && other.id !== before?.id && knowsAll(other.model, lesson.desk.labels)) return other
    const reason = before ? 'labels' : 'first'
    const id = await keepModel(ctx, { learnt, reason, examples: lesson.examples.length, againstId: before?.id })
    const own = { id, model: parse(learnt.model, commons()) }
    ctx.afterCommit(() => models.set(tenantId, own))
    return own
  })
}

/** The tenant's engine as it is to be used now; trained, where there is none or labels came or went. */
async function modelOf(tenantId: string, found: Kept | undefined, labels: TenantLabels): Promise<Kept> {
  if (!found) return taught(tenantId, undefined)
  if (knowsAll(found.model, labels) || triedWith.get(tenantId) === spelt(labels)) return found
  triedWith.set(tenantId, spelt(labels))
  try {
    return await taught(tenantId, found)
  } catch (trouble) {
    reportOnModels(trouble, { tenantId, while: 'learning new labels' })
    return found
  }
}

const asksModels = (): boolean => triageEngine() !== 'local' && languageModels().length > 0

type Names = { labels: TenantLabels; gazetteer: Gazetteer }
const before = new Map<string, { spelt: string; names: Names }>()

/** The very same objects, where nothing in them changed: an index of their names is made of each, and every fifteen seconds would be too often. */
function asBefore(tenantId: string, names: Names): Names {
  const spelt = JSON.stringify(names)
  const known = before.get(tenantId)
  if (known?.spelt === spelt) return known.names
  before.set(tenantId, { spelt, names })
  return names
}

async function load(tenantId: string): Promise<Triage> {
  // read beforehand, so that the first question has examples; who asks tries again
  if (asksModels()) void nearestOf(tenantId).catch(() => undefined)
  const tenant = await tenantById(tenantId)
  const { found, labels, gazetteer } = await inTenant(tenantId, system, async (ctx) => ({
    found: await newestWhole(ctx),
    ...asBefore(tenantId, { labels: await labelsOf(ctx), gazetteer: await gazetteerOf(ctx) }),
  }))
  const { id, model } = await modelOf(tenantId, found, labels)
  const clock = () => performance.now()
  const { zone } = tenant
  const understand = (text: string, now: Date) => read(model, text, { now, zone, labels, gazetteer, clock })
  const slotsFor = (text: string, now: Date, bookingKind: string) =>
    readSlots(text, { now, zone, labels, gazetteer, intent: 'booking_request', bookingKind })
  const slotsOfCase = (text: string, now: Date, caseType: string) =>
    readSlots(text, { now, zone, labels, gazetteer, intent: 'case_report', caseType })
  const desk = { tenantId, zone, labels, gazetteer, understand, clock }
  const road = roadOf({ ...desk, nearest: () => nearestOf(tenantId), wish: () => wishOf(tenantId) })
  const whole = (text: string, at: Date, it: Understanding) => withMatters(text, it, (part) => understand(part, at))
  return {
    modelId: id,
    understand: (text, now) => whole(text, now, understand(text, now)),
    slotsFor,
    slotsOfCase,
    explain: async (text) => ({ ...explained(model, text, labels), nearest: (await nearestOf(tenantId))(text) }),
    asksModels,
    ...road,
    decide: async (words) => whole(words.text, words.at, await road.decide(words)),
  }
}
