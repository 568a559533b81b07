import { z } from 'zod'
import { TenantSettings } from '../tenants/schema.ts'

export const intents = [
  'booking_request',
  'case_report',
  'status_query',
  'question',
  'handoff',
  'smalltalk',
  'other',
] as const

const { modelSwitch, modelOrder, modelTimeoutMs, modelBudgetUsd, sureFrom, gists, glossary } = TenantSettings.shape

export const TriageSettings = z.object({
  switch: modelSwitch.unwrap().meta({
    description:
      'Whether language models have a say: `off`; `suggest`: the local engine decides, a model’s opinion is shown to staff; `decide`: a model decides where the local engine is not sure',
  }),
  order: modelOrder.unwrap().meta({ description: 'Which are asked, one after the other until one answers' }),
  timeoutMs: modelTimeoutMs.unwrap().meta({ description: 'After so long the local engine decides' }),
  dailyBudgetUsd: modelBudgetUsd
    .unwrap()
    .meta({ description: 'What may be spent in a day of the business’s calendar' }),
  sureFrom: sureFrom
    .unwrap()
    .meta({ description: 'Below this confidence the bot asks the customer instead of acting' }),
  gists: gists.unwrap().meta({
    description:
      'Whether a model tells staff in the business’s own language, in one line under the customer’s words, what was written in another',
  }),
  glossary: glossary
    .unwrap()
    .meta({ description: 'How the business calls its things: the words of that line. Replaces the whole list' }),
})
export type TriageSettings = z.infer<typeof TriageSettings>

export const TriageSettingsView = TriageSettings.extend({
  engine: z
    .enum(['auto', 'local', 'openai', 'gemini'])
    .meta({ description: 'TRIAGE_ENGINE, the operator’s choice: it stands above the order' }),
  models: z.array(
    z.object({
      provider: z.enum(['openai', 'gemini']),
      model: z.string(),
      resting: z.boolean().meta({ description: 'It failed again and again and is left alone for a while' }),
    }),
  ),
  today: z.object({
    asked: z.int().meta({ description: 'Messages for which a model was asked' }),
    answered: z.int(),
    troubles: z.record(z.string(), z.int()).meta({ description: 'Why the others came to nothing' }),
    spentUsd: z.number(),
  }),
}).meta({ id: 'TriageSettings' })
