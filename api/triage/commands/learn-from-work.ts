import type { Ctx } from '../../context.ts'
import { TriageExample } from '../model.ts'
import type { Intent, Severity } from '../understanding.ts'
import { teach } from './examples.ts'

type About = { caseId: string } | { bookingId: string }

/** What a case or booking should have been taken for. */
export type Correction = {
  intent: Intent
  label: string | null
  severity?: Severity
}

/** Staff say what a message really was by what they do to its case or booking. Without words of a customer there is nothing to learn. */
export async function learnFromWork(ctx: Ctx, about: About, it: Correction): Promise<void> {
  // the desk's own changes (a rule, a timer) say nothing about what a customer meant
  if (ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'api') return
  const opened = await wordsBehind(ctx, about)
  if (!opened) return
  await teach(ctx, {
    ...it,
    ...about,
    text: opened.words,
    language: opened.language,
    decisionId: opened.decisionId ?? undefined,
    origin: 'corrected',
  })
}

type Opened = { words: string | null; language: string | null; decisionId: string | null }

/** Words that waited for a clarifying tap, else those it began with. Nothing when they were taken back. */
async function wordsBehind(ctx: Ctx, about: About): Promise<(Opened & { words: string }) | undefined> {
  const opened =
    'caseId' in about ? await openingOfCase(ctx, about.caseId) : await openingOfBooking(ctx, about.bookingId)
  if (!opened) return undefined
  const clarified =
    'caseId' in about
      ? await TriageExample.query(ctx.trx)
          .where({ case_id: about.caseId, origin: 'clarified' })
          .orderBy('created_at')
          .first()
      : undefined
  const words = clarified?.text ?? opened.words
  return words ? { ...opened, words } : undefined
}

/** All bubbles of the turn that opened it. */
async function openingOfCase(ctx: Ctx, caseId: string): Promise<Opened | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select (select id from triage_decisions where case_id = c.id order by at limit 1) as "decisionId", c.language,
       (select string_agg(m.body, E'\\n' order by m.happened_at, m.id) from messages m
        where m.case_id = c.id and ${SAID}
          and m.happened_at <= greatest(c.created_at, (select min(happened_at) from messages f where f.case_id = c.id and f.direction = 'in'))) as words
     from cases c where c.id = ?`,
    [caseId],
  )) as { rows: Opened[] }
  return rows[0]
}

/**
 * A booking is made some turns after it was wished for: the first wish of that conversation since the booking before, within two hours. Not in
 * groups, where others speak in between.
 */
async function openingOfBooking(ctx: Ctx, bookingId: string): Promise<Opened | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select d.id as "decisionId", b.language,
       (select string_agg(m.body, E'\\n' order by m.happened_at, m.id) from messages m
        where m.conversation_id = b.conversation_id and ${SAID} and m.happened_at <= d.at and m.happened_at > coalesce(
          (select max(p.at) from triage_decisions p where p.conversation_id = b.conversation_id and p.at < d.at and p.at > d.at - interval '2 hours'),
          d.at - interval '10 minutes')) as words
     from bookings b join conversations v on v.id = b.conversation_id and v.kind = 'direct'
     join lateral (select id, at from triage_decisions d where d.tenant_id = b.tenant_id and d.conversation_id = b.conversation_id
       and d.intent = 'booking_request' and d.at <= b.created_at and d.at > b.created_at - interval '2 hours'
       and d.at > coalesce((select max(o.created_at) from bookings o where o.conversation_id = b.conversation_id and o.created_at < b.created_at), '-infinity')
       order by d.at limit 1) d on true
     where b.id = ?`,
    [bookingId],
  )) as { rows: Opened[] }
  return rows[0]
}

const SAID = `m.direction = 'in' and m.author = 'customer' and m.kind = 'text' and m.removed_at is null`
