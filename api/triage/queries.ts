import { type Ctx, inTenant, system } from '../context.ts'
import { languageModels } from '../llm/models.ts'
import { tenantById } from '../tenants/queries.ts'
import { trainTriage } from './commands.ts'
import { forgetLessons, nearestOf } from './engines/lessons.ts'
import { type Road, roadOf } from './engines/road.ts'
import { triageEngine, wishOf } from './engines/wish.ts'
import { gazetteerOf, labelsOf } from './labels.ts'
import { type LocalModel, parse } from './local/model.ts'
import { read } from './local/read.ts'
import { knows } from './local/train.ts'
import { TriageModel } from './model.ts'
import type { TenantLabels, Understanding } from './understanding.ts'

export type { Words } from './engines/road.ts'

/** How a tenant's messages are understood. */
export type Triage = Road & {
  modelId: string
  /** by the local engine, at once: for a part of a message, or for words that were spoken of already */
  understand: (text: string, now: Date) => Understanding
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

async function modelOf(ctx: Ctx, id: string): Promise<{ id: string; model: LocalModel }> {
  const known = models.get(ctx.tenantId)
  if (known?.id === id) return known
  const row = await TriageModel.query(ctx.trx).findById(id).throwIfNotFound()
  const own = { id, model: parse(row.model) }
  models.set(ctx.tenantId, own)
  return own
}

/** No case type or kind of booking came or went since the engine was trained. */
const knowsAll = (model: LocalModel, labels: TenantLabels): boolean =>
  knows(model.caseType, labels.caseTypes) && knows(model.bookingKind, labels.bookingKinds)

const spelt = (labels: TenantLabels): string =>
  [...labels.caseTypes, ...labels.bookingKinds].map((it) => it.key).join(' ')
const triedWith = new Map<string, string>()

const asksModels = (): boolean => triageEngine() !== 'local' && languageModels().length > 0

async function load(tenantId: string): Promise<Triage> {
  // read beforehand, so that the first question has examples; who asks tries again
  if (asksModels()) void nearestOf(tenantId).catch(() => undefined)
  const tenant = await tenantById(tenantId)
  return inTenant(tenantId, system, async (ctx) => {
    const newest = await TriageModel.query(ctx.trx)
      .select('id')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .first()
    const [labels, gazetteer] = [await labelsOf(ctx), await gazetteerOf(ctx)]
    let own = await modelOf(ctx, newest?.id ?? (await trainTriage(ctx)))
    if (!knowsAll(own.model, labels) && triedWith.get(tenantId) !== spelt(labels)) {
      triedWith.set(tenantId, spelt(labels))
      own = await modelOf(ctx, await trainTriage(ctx, own.model))
    }
    const { id, model } = own
    const clock = () => performance.now()
    const { zone } = tenant
    const understand = (text: string, now: Date) => read(model, text, { now, zone, labels, gazetteer, clock })
    const desk = { tenantId, zone, labels, gazetteer, understand, clock }
    return {
      modelId: id,
      understand,
      asksModels,
      ...roadOf({ ...desk, nearest: () => nearestOf(tenantId), wish: () => wishOf(tenantId) }),
    }
  })
}
