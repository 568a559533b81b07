import { type Ctx, inTenant, system } from '../../context.ts'
import { database } from '../../db/connection.ts'
import { tenantById } from '../../tenants/queries.ts'
import { exampleOf } from '../commands.ts'
import { gazetteerOf, labelsOf } from '../labels.ts'
import { isModel } from '../local/model.ts'
import { TriageExample, TriageModel } from '../model.ts'
import { worseIn } from '../training/figures.ts'
import type { Learnt, Lesson } from '../training/lesson.ts'
import { type Trainer, trainer } from '../training/trainer.ts'
import { digestOf, isWhole } from '../training/whole.ts'

/** Longer than a training may take: whoever has not finished by then is dead. */
const LEASE_MS = 6 * 60_000
/** After a training that failed. */
const AGAIN_MS = 10 * 60_000
/** Beside the one in use and the first, which carries what all share; enough to go back to, and to see how it went. */
const MODELS_KEPT = 10

/** Tenants whose training is due and in nobody's hands. */
export async function trainingsDue(): Promise<string[]> {
  const { rows } = await database().machinery.query<{ tenant_id: string }>(
    `select tenant_id from triage_training where due_at <= desk_now() and (lease_until is null or lease_until <= desk_now()) order by due_at limit 50`,
  )
  return rows.map((it) => it.tenant_id)
}

export type Retrained = 'adopted' | 'refused' | 'not_due' | 'overtaken'

/** Everything a lesson is made of, as it stands now. */
export async function lessonFor(ctx: Ctx, before?: Pick<Lesson, 'before' | 'onlyLabels' | 'pure'>): Promise<Lesson> {
  const { zone } = await tenantById(ctx.tenantId)
  const desk = { zone, labels: await labelsOf(ctx), gazetteer: await gazetteerOf(ctx) }
  const examples = await TriageExample.query(ctx.trx).whereNull('set_aside').orderBy('created_at').orderBy('id')
  return { desk, examples: examples.map(exampleOf), ...before }
}

/**
 * Teaches a tenant's engine anew from what people taught it, if that is due and nobody else does it. The new one is used only if it is not
 * worse than the one in use on the messages that neither has met; both figures are kept.
 */
export async function retrain(tenantId: string, by: Trainer = trainer): Promise<Retrained> {
  const taken = await inTenant(tenantId, system, take)
  if (!taken) return 'not_due'
  let learnt: Learnt
  try {
    learnt = await by.learn(taken.lesson)
  } catch (trouble) {
    await inTenant(tenantId, system, (ctx) => putOff(ctx, taken))
    throw trouble
  }
  return inTenant(tenantId, system, (ctx) => finish(ctx, taken, learnt))
}

type Taken = { leaseNo: string; asked: string; usedId: string | undefined; lesson: Lesson }

async function take(ctx: Ctx): Promise<Taken | undefined> {
  const { rows } = (await ctx.trx.raw(
    `update triage_training set lease_no = lease_no + 1, lease_until = ?::timestamptz, news = 0
     where due_at <= ?::timestamptz and (lease_until is null or lease_until <= ?::timestamptz) returning lease_no, asked`,
    [new Date(ctx.now.getTime() + LEASE_MS), ctx.now, ctx.now],
  )) as { rows: { lease_no: string; asked: string }[] }
  const [row] = rows
  if (!row) return undefined
  const used = await modelInUse(ctx)
  const first = await TriageModel.query(ctx.trx).where({ reason: 'first' }).orderBy('created_at', 'desc').first()
  const lesson = await lessonFor(ctx, {
    ...(used && isWhole(used) && isModel(used.model) && { before: used.model }),
    ...(first && isWhole(first) && isModel(first.model) && { pure: first.model }),
  })
  return { leaseNo: row.lease_no, asked: row.asked, usedId: used?.id, lesson }
}

/** The newest that was adopted. */
export const modelInUse = async (ctx: Ctx, columns: string[] = ['*']): Promise<TriageModel | undefined> =>
  TriageModel.query(ctx.trx)
    .select(columns)
    .whereNotNull('adopted_at')
    .orderBy('adopted_at', 'desc')
    .orderBy('id', 'desc')
    .first()

async function putOff(ctx: Ctx, { leaseNo }: Taken): Promise<void> {
  await ctx.trx.raw(
    'update triage_training set lease_until = null, due_at = ?::timestamptz where lease_no = ?::bigint',
    [new Date(ctx.now.getTime() + AGAIN_MS), leaseNo],
  )
}

async function finish(ctx: Ctx, taken: Taken, learnt: Learnt): Promise<Retrained> {
  // what was asked for meanwhile is due again at its own time
  const { rowCount } = (await ctx.trx.raw(
    `update triage_training set lease_until = null, due_at = case when asked = ?::bigint then null else due_at + interval '1 minute' end
     where lease_no = ?::bigint and lease_until is not null`,
    [taken.asked, taken.leaseNo],
  )) as { rowCount: number }
  if (rowCount === 0) return 'overtaken'
  const used = await modelInUse(ctx, ['id'])
  // somebody went back to another model while this one learnt: it was held against the wrong one
  if (used?.id !== taken.usedId) {
    await ctx.trx.raw('update triage_training set due_at = ?::timestamptz', [ctx.now])
    return 'overtaken'
  }
  const worse = learnt.against && worseIn(learnt.figures, learnt.against)
  await keepModel(ctx, {
    learnt,
    reason: 'examples',
    examples: taken.lesson.examples.length,
    againstId: used?.id,
    worse,
  })
  return worse ? 'refused' : 'adopted'
}

/** Keeps a model; adopts it unless it is worse in something. */
export async function keepModel(
  ctx: Ctx,
  it: {
    learnt: Learnt
    reason: 'first' | 'labels' | 'examples'
    examples: number
    againstId?: string | undefined
    worse?: string | undefined
  },
): Promise<string> {
  const id = ctx.newId()
  const model = Buffer.from(it.learnt.model)
  await TriageModel.query(ctx.trx).insert({
    id,
    tenantId: ctx.tenantId,
    model,
    digest: digestOf(model),
    examples: it.examples,
    reason: it.reason,
    figures: it.learnt.figures,
    against: it.learnt.against ?? null,
    againstId: it.learnt.against ? (it.againstId ?? null) : null,
    adoptedAt: it.worse ? null : ctx.now,
    refusedWhy: it.worse ?? null,
    createdAt: ctx.now,
  })
  await ctx.trx.raw(
    `delete from triage_models where id in (select id from triage_models order by coalesce(adopted_at, created_at) desc, id desc offset ?)
       and id is distinct from (select id from triage_models where adopted_at is not null order by adopted_at desc, id desc limit 1)
       and id is distinct from (select id from triage_models where reason = 'first' order by created_at desc limit 1)`,
    [MODELS_KEPT],
  )
  return id
}
