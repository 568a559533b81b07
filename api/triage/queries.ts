import { type Ctx, inTenant, system } from '../context.ts'
import { languageModels } from '../llm/models.ts'
import { tenantById } from '../tenants/queries.ts'
import { sharedLessons } from './base/shared-lessons.ts'
import { trainTriage } from './commands.ts'
import { forgetLessons, nearestOf } from './engines/lessons.ts'
import { type Road, roadOf } from './engines/road.ts'
import { triageEngine, wishOf } from './engines/wish.ts'
import { gazetteerOf, labelsOf } from './labels.ts'
import { isModel, isSame, type LocalModel, parse } from './local/model.ts'
import { read } from './local/read.ts'
import { knows, recall } from './local/train.ts'
import { TriageModel } from './model.ts'
import { readSlots } from './slots/read-slots.ts'
import type { Slots, TenantLabels, Understanding } from './understanding.ts'

export type { Words } from './engines/road.ts'

/** How a tenant's messages are understood. */
export type Triage = Road & {
  modelId: string
  /** by the local engine, at once: for a part of a message, or for words that were spoken of already */
  understand: (text: string, now: Date) => Understanding
  /** what the words say, taken for words about a booking of this kind: `4`, said alone, is about nothing by itself */
  slotsFor: (text: string, now: Date, bookingKind: string) => Slots
  /** whether `decide` and `suggest` could have more to say than that */
  asksModels: () => boolean
}

const FRESH_MS = 15_000
const known = new Map<string, { triage: Promise<Triage>; at: number }>()

/** The tenant's triage, kept in memory and looked up again when it is older than fifteen seconds; the model itself is read only when it changed. */
export function triageOf(tenantId: string): Promise<Triage> {
  const hit = known.get(tenantId)
  if (hit && performance.now() - hit.at < FRESH_MS) return hit.triage
  const triage = load(tenantId)
  // the older one serves until the fresh one is there
  if (hit) {
    known.set(tenantId, { triage: hit.triage, at: performance.now() })
    triage.then(
      () => known.set(tenantId, { triage, at: performance.now() }),
      () => undefined,
    )
    return hit.triage
  }
  known.set(tenantId, { triage, at: performance.now() })
  triage.catch(() => known.delete(tenantId))
  return triage
}

export function forgetTriage(): void {
  known.clear()
  forgetLessons()
}

const models = new Map<string, { id: string; model: LocalModel }>()

/** Nothing for a model that an older desk left behind. */
async function modelOf(ctx: Ctx, id: string): Promise<{ id: string; model: LocalModel } | undefined> {
  const known = models.get(ctx.tenantId)
  if (known?.id === id) return known
  const row = await TriageModel.query(ctx.trx).findById(id).throwIfNotFound()
  if (!isModel(row.model)) return undefined
  const own = { id, model: sharing(parse(row.model)) }
  recall(sharedLessons(), own.model)
  models.set(ctx.tenantId, own)
  return own
}

async function trainedModel(ctx: Ctx, before?: LocalModel): Promise<{ id: string; model: LocalModel }> {
  const own = await modelOf(ctx, await trainTriage(ctx, before))
  if (!own) throw new Error('a model just trained cannot be read')
  return own
}

/** What all tenants learnt together lies in memory once. */
function sharing(model: LocalModel): LocalModel {
  for (const { model: other } of models.values())
    if (isSame(other.common, model.common)) return { ...model, common: other.common }
  return model
}

/** No case type or kind of booking came or went since the engine was trained. */
const knowsAll = (model: LocalModel, labels: TenantLabels): boolean =>
  knows(model.own?.caseType, labels.caseTypes) && knows(model.own?.bookingKind, labels.bookingKinds)

const spelt = (labels: TenantLabels): string =>
  [...labels.caseTypes, ...labels.bookingKinds].map((it) => it.key).join(' ')
const triedWith = new Map<string, string>()

async function load(tenantId: string): Promise<Triage> {
  const tenant = await tenantById(tenantId)
  return inTenant(tenantId, system, async (ctx) => {
    const newest = await TriageModel.query(ctx.trx)
      .select('id')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .first()
    const [labels, gazetteer] = [await labelsOf(ctx), await gazetteerOf(ctx)]
    let own = (newest && (await modelOf(ctx, newest.id))) ?? (await trainedModel(ctx))
    if (!knowsAll(own.model, labels) && triedWith.get(tenantId) !== spelt(labels)) {
      triedWith.set(tenantId, spelt(labels))
      own = await trainedModel(ctx, own.model)
    }
    const { id, model } = own
    const clock = () => performance.now()
    const { zone } = tenant
    const understand = (text: string, now: Date) => read(model, text, { now, zone, labels, gazetteer, clock })
    const slotsFor = (text: string, now: Date, bookingKind: string) =>
      readSlots(text, { now, zone, labels, gazetteer, intent: 'booking_request', bookingKind })
    const desk = { tenantId, zone, labels, gazetteer, understand, clock }
    const asksModels = () => triageEngine() !== 'local' && languageModels().length > 0
    return {
      modelId: id,
      understand,
      slotsFor,
      asksModels,
      ...roadOf({ ...desk, nearest: () => nearestOf(tenantId), wish: () => wishOf(tenantId) }),
    }
  })
}
