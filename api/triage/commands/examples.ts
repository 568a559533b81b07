import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { InvalidInput } from '../../http/problem.ts'
import { labelsOf } from '../labels.ts'
import { TriageExample } from '../model.ts'
import { mustTeach } from '../policy.ts'
import { wantTraining } from '../training/want-training.ts'
import type { Intent, Severity } from '../understanding.ts'
import { MOST_CHARACTERS, type Origin } from '../examples/schema.ts'
import { standing } from '../examples/standing.ts'

export type Taught = {
  text: string
  intent: Intent
  label: string | null
  severity?: Severity | null | undefined
  language?: string | null | undefined
  origin: Origin
  caseId?: string | undefined
  bookingId?: string | undefined
  decisionId?: string | undefined
}

/** What people teach in passing: a clarifying tap, a correction by staff. The last word on a case or booking stands. */
export async function teach(ctx: Ctx, it: Taught): Promise<void> {
  const text = it.text.replaceAll('\u0000', '').trim().slice(0, MOST_CHARACTERS).toWellFormed()
  if (!/[\p{L}\p{N}]/u.test(text)) return
  const about = it.caseId ? { case_id: it.caseId } : it.bookingId ? { booking_id: it.bookingId } : undefined
  if (about && it.origin === 'corrected') {
    const before = await TriageExample.query(ctx.trx).delete().where(about).where('origin', it.origin).returning('text')
    await restand(
      ctx,
      (before as unknown as { text: string }[]).map((one) => one.text),
    )
  }
  const same = await TriageExample.query(ctx.trx)
    .findOne({ intent: it.intent, label: it.label, origin: it.origin })
    .whereRaw(`words_key = ${KEY_OF}`, [text])
  if (same) return
  await keep(ctx, { ...it, text })
  await restand(ctx, [text])
  wantTraining(ctx)
}

/** As migration 20261122000150 makes `words_key`. */
const KEY_OF = `md5(lower(btrim(regexp_replace(?, '\\s+', ' ', 'g'))))`

const keep = (ctx: Ctx, it: Taught): Promise<TriageExample> => {
  const { actor } = ctx
  return TriageExample.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      text: it.text,
      intent: it.intent,
      label: it.label,
      severity: it.severity ?? null,
      language: it.language ?? null,
      origin: it.origin,
      caseId: it.caseId ?? null,
      bookingId: it.bookingId ?? null,
      decisionId: it.decisionId ?? null,
      byKind: actor.kind,
      byId: 'id' in actor ? actor.id : null,
      byName: 'name' in actor ? actor.name : null,
    })
    .returning('*')
    .execute()
}

/** Looks again which of the lessons with such words teach. */
async function restand(ctx: Ctx, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return
  const rows = (await TriageExample.query(ctx.trx)
    .select('id', 'origin', 'intent', 'label', 'set_aside', 'words_key')
    .whereRaw(`words_key in (select ${KEY_OF.replace('?', 'said')} from unnest(?::text[]) as said)`, [texts])
    .orderBy('id')
    .forNoKeyUpdate()) as (TriageExample & { wordsKey: string })[]
  const groups = new Map<string, TriageExample[]>()
  for (const row of rows) groups.set(row.wordsKey, [...(groups.get(row.wordsKey) ?? []), row])
  const changed: { id: string; setAside: string | null }[] = []
  for (const same of groups.values())
    for (const [id, setAside] of standing(same))
      if (same.find((it) => it.id === id)?.setAside !== setAside) changed.push({ id, setAside })
  if (changed.length === 0) return
  await ctx.trx.raw(
    `update triage_examples e set set_aside = nullif(n.set_aside, '') from unnest(?::uuid[], ?::text[]) as n(id, set_aside) where e.id = n.id`,
    [changed.map((it) => it.id), changed.map((it) => it.setAside ?? '')],
  )
}

type Labelled = { intent: Intent; label?: string | null | undefined }

/** A label must be one of the tenant's own, and of the kind that the intent asks for. */
function mustFit(labels: Awaited<ReturnType<typeof labelsOf>>, { intent, label }: Labelled, field: string): void {
  const among =
    intent === 'case_report' ? labels.caseTypes : intent === 'booking_request' ? labels.bookingKinds : undefined
  const fits = among ? among.some((it) => it.key === label) : !label
  if (fits) return
  throw new InvalidInput([
    {
      field,
      message: among
        ? `Name one of your ${intent === 'case_report' ? 'case types' : 'booking kinds'}: ${among.map((it) => it.key).join(', ')}`
        : `Only case_report and booking_request have a label`,
    },
  ])
}

/** An admin's or manager's own lesson. */
export async function addExample(ctx: Ctx, it: Omit<Taught, 'origin'>): Promise<TriageExample> {
  mustTeach(ctx)
  mustFit(await labelsOf(ctx), it, 'label')
  const added = await keep(ctx, { ...it, origin: 'corrected' })
  await restand(ctx, [it.text])
  wantTraining(ctx)
  return (await TriageExample.query(ctx.trx).findById(added.id)) ?? added
}

/** Says what a message really was; from then on it is the word of whoever said so. */
export async function relabelExample(
  ctx: Ctx,
  it: {
    exampleId: string
    intent?: Intent | undefined
    label?: string | null | undefined
    severity?: Severity | null | undefined
    language?: string | null | undefined
  },
): Promise<TriageExample> {
  mustTeach(ctx)
  const found = await TriageExample.query(ctx.trx).findById(it.exampleId).forNoKeyUpdate()
  if (!found) throw new Refusal('not_found')
  const { actor } = ctx
  const intent = it.intent ?? found.intent
  const label = it.label !== undefined ? it.label : intent === found.intent ? found.label : null
  mustFit(await labelsOf(ctx), { intent, label }, 'label')
  await found.$query(ctx.trx).patch({
    intent,
    label,
    ...(it.severity !== undefined && { severity: it.severity }),
    ...(it.language !== undefined && { language: it.language }),
    origin: 'corrected',
    byKind: actor.kind,
    byId: 'id' in actor ? actor.id : null,
    byName: 'name' in actor ? actor.name : null,
    updatedAt: ctx.now,
  })
  await restand(ctx, [found.text])
  wantTraining(ctx)
  return TriageExample.query(ctx.trx).findById(found.id).throwIfNotFound()
}

export async function removeExample(ctx: Ctx, { exampleId }: { exampleId: string }): Promise<void> {
  mustTeach(ctx)
  const [gone] = (await TriageExample.query(ctx.trx)
    .delete()
    .where({ id: exampleId })
    .returning('text')) as unknown as { text: string }[]
  if (!gone) throw new Refusal('not_found')
  await restand(ctx, [gone.text])
  wantTraining(ctx)
}

export type Line = Omit<Taught, 'origin'>

/** Many at once, all or none. Lines that are known already (same words, same label) are passed over. */
export async function importExamples(
  ctx: Ctx,
  lines: readonly Line[],
): Promise<{ added: number; known: number; setAside: number }> {
  mustTeach(ctx)
  const labels = await labelsOf(ctx)
  lines.forEach((it, index) => mustFit(labels, it, `${index}.label`))
  const { actor } = ctx
  const fresh = [...new Map(lines.map((it) => [spelt(it), it])).values()]
  const { rows } = (await ctx.trx.raw(
    `insert into triage_examples (id, tenant_id, text, intent, label, severity, language, origin, by_kind, by_id, by_name)
     select n.id, ?::uuid, n.text, n.intent, nullif(n.label, ''), nullif(n.severity, ''), nullif(n.language, ''), 'imported', ?::text, ?::uuid, ?::text
     from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as n(id, text, intent, label, severity, language)
     where not exists (select from triage_examples e where e.words_key = ${KEY_OF.replace('?', 'n.text')}
         and e.intent = n.intent and e.label is not distinct from nullif(n.label, ''))
     returning id`,
    [
      ctx.tenantId,
      actor.kind,
      'id' in actor ? actor.id : null,
      'name' in actor ? actor.name : null,
      fresh.map(() => ctx.newId()),
      fresh.map((it) => it.text),
      fresh.map((it) => it.intent),
      fresh.map((it) => it.label ?? ''),
      fresh.map((it) => it.severity ?? ''),
      fresh.map((it) => it.language ?? ''),
    ],
  )) as { rows: { id: string }[] }
  await restand(
    ctx,
    fresh.map((it) => it.text),
  )
  wantTraining(ctx, rows.length)
  const { rows: aside } = (await ctx.trx.raw(
    'select count(*)::int as count from triage_examples where id = any(?::uuid[]) and set_aside is not null',
    [rows.map((it) => it.id)],
  )) as { rows: { count: number }[] }
  return { added: rows.length, known: lines.length - rows.length, setAside: aside[0]?.count ?? 0 }
}

const spelt = (it: Line): string =>
  [it.intent, it.label ?? '', it.text.toLowerCase().replace(/\s+/g, ' ').trim()].join('\n')

/**
 * Examples that somebody's words taught us, when they take them back. A model holds no words, only weights of hashes; it is trained anew
 * without them.
 */
export async function forgetExamples(ctx: Ctx, it: { words: string; since: Date }): Promise<void> {
  const words = it.words.trim()
  const line = words.length > MOST_COMPARED ? `\n${words.slice(0, MOST_COMPARED)}` : `\n${words}\n`
  const gone = (await TriageExample.query(ctx.trx)
    .delete()
    .where('created_at', '>=', it.since)
    .whereRaw(`position(? in E'\\n' || text || E'\\n') > 0`, [line])
    .returning('text')) as unknown as { text: string }[]
  if (gone.length === 0) return
  await restand(
    ctx,
    gone.map((one) => one.text),
  )
  wantTraining(ctx)
}

/** An example keeps the beginning of a very long message. */
const MOST_COMPARED = 1_500
