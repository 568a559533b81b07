import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { TriageModel } from '../model.ts'
import { mustTeach } from '../policy.ts'
import { forgetTriageOf } from '../queries.ts'
import { modelInUse } from '../commands/retrain.ts'
import { isWhole } from '../training/whole.ts'
import { trainNow } from '../training/want-training.ts'

const about = { tag: 'triage', access: 'staff', also: { 403: 'For admins and managers' } } as const

const Figures = z
  .object({
    messages: z.int().meta({ description: 'That the project keeps back: no model learns from them' }),
    intent: z.number().nullable(),
    labelled: z.int(),
    label: z.number().nullable(),
    criticals: z.int(),
    critical: z.number().nullable(),
    calibration: z.number().nullable(),
    own: z.object({ messages: z.int(), right: z.number().nullable() }),
  })
  .meta({ id: 'TriageFigures' })

const ModelView = z
  .object({
    id: z.uuid(),
    state: z.enum(['in_use', 'earlier', 'refused', 'damaged']),
    reason: z.enum(['first', 'labels', 'examples']),
    examples: z.int(),
    trainedAt: z.iso.datetime(),
    adoptedAt: z.iso.datetime().nullable(),
    refusedWhy: z.string().nullable().meta({ description: 'In what it was worse than the model in use' }),
    figures: Figures.nullable(),
    against: Figures.nullable().meta({ description: 'Of the model in use then, on the same messages' }),
    againstId: z.uuid().nullable(),
  })
  .meta({ id: 'TriageModel' })
type ModelView = z.infer<typeof ModelView>

const stateOf = (it: TriageModel, inUse: string | undefined): ModelView['state'] =>
  it.id === inUse ? 'in_use' : it.refusedWhy === 'damaged' ? 'damaged' : it.adoptedAt ? 'earlier' : 'refused'

const present = (it: TriageModel, inUse: string | undefined): ModelView => ({
  id: it.id,
  state: stateOf(it, inUse),
  reason: it.reason as ModelView['reason'],
  examples: it.examples,
  trainedAt: it.createdAt.toISOString(),
  adoptedAt: it.adoptedAt?.toISOString() ?? null,
  refusedWhy: it.refusedWhy,
  figures: it.figures,
  against: it.against,
  againstId: it.againstId,
})

const idInUse = async (ctx: Ctx): Promise<string | undefined> => (await modelInUse(ctx, ['id']))?.id

export const modelRoutes: Endpoint[] = [
  endpoint('GET /v1/triage/models', {
    ...about,
    summary: 'The engines that were trained, with their figures',
    description: 'The newest eleven; the one in use is always among them. Decisions name the model that made them.',
    answer: z.object({ items: z.array(ModelView), training: z.object({ dueAt: z.iso.datetime().nullable() }) }),
    handle: async (ctx) => {
      mustTeach(ctx)
      const rows = await TriageModel.query(ctx.trx)
        .select(
          'id',
          'reason',
          'examples',
          'created_at',
          'adopted_at',
          'refused_why',
          'figures',
          'against',
          'against_id',
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
      const inUse = await idInUse(ctx)
      const { rows: waiting } = (await ctx.trx.raw('select due_at from triage_training')) as {
        rows: { due_at: Date | null }[]
      }
      return {
        items: rows.map((it) => present(it, inUse)),
        training: { dueAt: waiting[0]?.due_at?.toISOString() ?? null },
      }
    },
  }),
  endpoint('POST /v1/triage/models/:modelId/adopt', {
    ...about,
    summary: 'Go back to an earlier model, or take one that was refused',
    description:
      'Every process follows within 15 seconds. The next training is held against it. Corrections since then stay, and are learnt when the next one comes.',
    params: z.object({ modelId: z.uuid() }),
    answer: ModelView,
    handle: async (ctx, { params }) => {
      mustTeach(ctx)
      const found = await TriageModel.query(ctx.trx).findById(params.modelId).forNoKeyUpdate()
      if (!found) throw new Refusal('not_found')
      if (!isWhole(found)) throw new Refusal('model_damaged')
      const inUse = await idInUse(ctx)
      if (inUse !== found.id) {
        // two adopted at one instant of a standing clock are told apart by this
        const after = (await modelInUse(ctx, ['id', 'adopted_at']))?.adoptedAt?.getTime() ?? 0
        const adoptedAt = new Date(Math.max(ctx.now.getTime(), after + 1))
        await TriageModel.query(ctx.trx).findById(found.id).patch({ adoptedAt, refusedWhy: null })
        ctx.afterCommit(() => forgetTriageOf(ctx.tenantId))
      }
      const now = await TriageModel.query(ctx.trx).findById(found.id).throwIfNotFound()
      return present(now, now.id)
    },
  }),
  endpoint('POST /v1/triage/models', {
    ...about,
    summary: 'Train now',
    description: 'In the background, with what was taught until now; the answer says only that it will be.',
    status: 202,
    answer: z.object({ due: z.literal(true) }),
    handle: async (ctx) => {
      mustTeach(ctx)
      await trainNow(ctx)
      return { due: true as const }
    },
  }),
]
