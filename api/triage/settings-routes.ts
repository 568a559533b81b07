import type { Ctx } from '../context.ts'
import { forgetBudgets } from '../llm/budget.ts'
import { languageModels } from '../llm/models.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { updateSettings } from '../tenants/commands.ts'
import { tenantById } from '../tenants/queries.ts'
import type { TenantSettings } from '../tenants/schema.ts'
import { triageEngine } from './engines/wish.ts'
import { mustAdminister } from './policy.ts'
import { modelsToday } from './queries/models-today.ts'
import { TriageSettings, TriageSettingsView } from './schema.ts'

const about = { tag: 'triage', access: 'staff', also: { 403: 'For admins' } } as const

export const triageSettingsRoutes: Endpoint[] = [
  endpoint('GET /v1/triage/settings', {
    ...about,
    summary: 'Which engines understand messages, and what today has cost',
    answer: TriageSettingsView,
    handle: async (ctx) => {
      mustAdminister(ctx)
      const { settings, zone } = await tenantById(ctx.tenantId)
      return view(ctx, settings, zone)
    },
  }),
  endpoint('PUT /v1/triage/settings', {
    ...about,
    summary: 'Switch language models off, to suggesting or to deciding; their order, time and money',
    description: 'What is left out stays. Other processes follow within seconds.',
    body: TriageSettings.partial(),
    answer: TriageSettingsView,
    handle: async (ctx, { body }) => {
      mustAdminister(ctx)
      const { zone } = await tenantById(ctx.tenantId)
      const changes = {
        modelSwitch: body.switch,
        modelOrder: body.order,
        modelTimeoutMs: body.timeoutMs,
        modelBudgetUsd: body.dailyBudgetUsd,
        sureFrom: body.sureFrom,
        gists: body.gists,
        glossary: body.glossary,
      }
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      const settings = await updateSettings(ctx, given)
      ctx.afterCommit(forgetBudgets)
      return view(ctx, settings, zone)
    },
  }),
]

async function view(ctx: Ctx, settings: TenantSettings, zone: string) {
  return {
    switch: settings.modelSwitch,
    order: settings.modelOrder,
    timeoutMs: settings.modelTimeoutMs,
    dailyBudgetUsd: settings.modelBudgetUsd,
    sureFrom: settings.sureFrom,
    gists: settings.gists,
    glossary: settings.glossary,
    engine: triageEngine(),
    models: languageModels().map(({ provider, model, breaker }) => ({ provider, model, resting: breaker.isOpen() })),
    today: await modelsToday(ctx, zone),
  }
}
