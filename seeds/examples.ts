import type { Ctx } from '../api/context.ts'
import { newId } from '../api/ids.ts'
import type { Example } from './catalogue.ts'
import { insertAll } from './insert-all.ts'

/** Gives the local triage engine what it learns from. */
export async function teachTriage(ctx: Ctx, lessons: Example[]): Promise<void> {
  const from = ctx.now.getTime()
  await insertAll(
    ctx,
    'triage_examples',
    lessons.map((it, index) => ({
      // training reads them in the order of their ids: the same files make the same model
      id: newId(from + index),
      tenant_id: ctx.tenantId,
      text: it.text,
      language: it.language,
      intent: it.intent,
      label: it.case_type ?? it.booking_kind ?? null,
      severity: it.severity ?? null,
      origin: 'base',
    })),
  )
}
