import type { Ctx } from '../../context.ts'
import { aMemory } from '../../memory.ts'
import type { Language, OwnQuietHours } from '../../tenants/schema.ts'
import { fill } from '../fill.ts'
import type { Rule } from '../rules.ts'
import type { Audience, TemplateChannel } from '../schema.ts'

/** A tenant's own words and switches, and who has quiet hours of their own. */
export type Plan = {
  templates: ReadonlyMap<string, string>
  rules: readonly Rule[]
  quietChats: ReadonlyMap<string, OwnQuietHours>
  peopleHaveHours: boolean
}

const known = aMemory<Plan>(5_000)

/** At most five seconds old; read through the caller's transaction, which has the only connection it can be sure of. */
export const planOf = (ctx: Ctx): Promise<Plan> => known.own(ctx.tenantId, () => readPlan(ctx))

/** After a change in this process, and between tests. */
export const forgetPlans = (): void => known.forget()

type Kept = {
  templates: Record<string, string>[]
  rules: Record<string, unknown>[]
  quiet: Record<string, OwnQuietHours>
  people: boolean
}

async function readPlan(ctx: Ctx): Promise<Plan> {
  const { rows } = (await ctx.trx.raw(
    `select (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from notification_templates t) as templates,
       (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from notification_rules r) as rules,
       (select coalesce(jsonb_object_agg(id, quiet_hours), '{}') from conversations where quiet_hours is not null) as quiet,
       exists (select 1 from contacts where quiet_hours is not null) as people`,
  )) as { rows: Kept[] }
  const { templates = [], rules = [], quiet = {}, people = false } = rows[0] ?? {}
  return {
    templates: new Map(
      templates.map((it) => [
        [it['event'], it['audience'], it['channel_kind'], it['language']].join('|'),
        it['text'] ?? '',
      ]),
    ),
    quietChats: new Map(Object.entries(quiet)),
    peopleHaveHours: people,
    rules: rules.map((it) => ({
      event: it['event'] as string | null,
      audience: it['audience'] as Audience | null,
      channelId: it['channel_id'] as string | null,
      caseTypeId: it['case_type_id'] as string | null,
      conversationId: it['conversation_id'] as string | null,
      enabled: it['enabled'] as boolean,
    })),
  }
}

type Values = Readonly<Record<string, string>>
export type Occasion = { event: string; audience: Audience; channel: TemplateChannel; language: Language }

export const templateKey = (it: Occasion): string => [it.event, it.audience, it.channel, it.language].join('|')

/** The tenant's own words for the occasion, filled in; nothing when the built-in ones are said. */
export async function ownWords(
  ctx: Ctx,
  it: Occasion,
  values: () => Values | Promise<Values>,
): Promise<string | undefined> {
  const { templates } = await planOf(ctx)
  const text = templates.get(templateKey(it))
  return text ? fill(text, await values()) || undefined : undefined
}

/** A text that is not saved yet, with somebody's values. */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string => fill(text, values)
