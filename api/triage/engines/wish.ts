import type { TriageEngine } from '../../config.ts'
import { dailyPurse } from '../../llm/budget.ts'
import { languageModels } from '../../llm/models.ts'
import { tenantById } from '../../tenants/queries.ts'
import type { Wish } from './road.ts'

let engine: TriageEngine = 'auto'

/** TRIAGE_ENGINE: what the operator of this process allows. */
export const useTriageEngine = (chosen: TriageEngine): void => {
  engine = chosen
}

export const triageEngine = (): TriageEngine => engine

/** What the operator allows and the tenant chose. */
export async function wishOf(tenantId: string): Promise<Wish> {
  const { settings, zone } = await tenantById(tenantId)
  const order = engine === 'auto' ? settings.modelOrder : engine === 'local' ? [] : [engine]
  return {
    switch: settings.modelSwitch,
    models: languageModels(order),
    always: engine === 'openai' || engine === 'gemini',
    timeoutMs: settings.modelTimeoutMs,
    purse: dailyPurse({ tenantId, zone, micros: Math.round(settings.modelBudgetUsd * 1_000_000) }),
  }
}
