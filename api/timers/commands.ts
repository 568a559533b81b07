import type { Ctx, Part } from '../context.ts'
import type { DueTimer, TimerKind } from './schema.ts'

type Wish = { subjectId: string; kind: TimerKind; dueAt: Date | null }

/** Sets (or moves) the one armed timer of its kind for the subject. Written with the flush. */
export function armTimer(ctx: Ctx, kind: TimerKind, subjectId: string, dueAt: Date): void {
  wishesOf(ctx).set(`${kind}:${subjectId}`, { subjectId, kind, dueAt })
}

export function cancelTimers(ctx: Ctx, subjectId: string, kinds: TimerKind[]): void {
  for (const kind of kinds) wishesOf(ctx).set(`${kind}:${subjectId}`, { subjectId, kind, dueAt: null })
}

function wishesOf(ctx: Ctx): Map<string, Wish> {
  const open = ctx.gathered.get('timers') as Map<string, Wish> | undefined
  if (open) return open
  const fresh = new Map<string, Wish>()
  ctx.gathered.set('timers', fresh)
  ctx.atEnd(() => writeTimers(ctx, [...fresh.values()]), 'timers')
  return fresh
}

function writeTimers(ctx: Ctx, wishes: Wish[]): Part[] {
  const armed = wishes.filter((wish) => wish.dueAt !== null)
  const dropped = wishes.filter((wish) => wish.dueAt === null)
  const parts: Part[] = []
  if (armed.length)
    parts.push({
      sql: `insert into timers (id, tenant_id, kind, subject_id, due_at)
            select n.id, ?::uuid, n.kind, n.subject_id, n.due_at
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[]) as n(id, kind, subject_id, due_at)
            on conflict (subject_id, kind) where fired_at is null
            do update set due_at = excluded.due_at, attempts = 0, trouble_id = null`,
      bindings: [
        ctx.tenantId,
        armed.map(() => ctx.newId()),
        armed.map((wish) => wish.kind),
        armed.map((wish) => wish.subjectId),
        armed.map((wish) => wish.dueAt),
      ],
    })
  if (dropped.length)
    parts.push({
      sql: `delete from timers t using unnest(?::text[], ?::uuid[]) as n(kind, subject_id)
            where t.kind = n.kind and t.subject_id = n.subject_id and t.fired_at is null`,
      bindings: [dropped.map((wish) => wish.kind), dropped.map((wish) => wish.subjectId)],
    })
  return parts
}

const subjectTables: Record<string, string> = { case: 'cases', booking: 'bookings', conversation: 'conversations' }

/**
 * Marks due timers as fired and answers them; what they are about is locked until the commit. The subject comes first, as in every
 * other command (the other way round, a case that is solved at this moment and its breach would wait for each other); one that is
 * being changed is skipped and looked at again in the next round. `among` names the only timers to look at.
 */
export async function takeDueTimers(ctx: Ctx, limit: number, among?: string[]): Promise<DueTimer[]> {
  const due = await rowsOf<{ id: string; kind: TimerKind; subject_id: string }>(
    ctx,
    `select id, kind, subject_id from timers
     where fired_at is null and due_at <= (select desk_now()) ${among ? 'and id = any(?::uuid[])' : ''} order by due_at, id limit ?`,
    among ? [among, limit] : [limit],
  )
  const ours = new Set<string>()
  for (const [about, table] of Object.entries(subjectTables)) {
    const subjects = due.filter((timer) => timer.kind.startsWith(`${about}.`)).map((timer) => timer.subject_id)
    for (const id of await lockSubjects(ctx, table, [...new Set(subjects)])) ours.add(id)
  }
  const fired = await rowsOf<{ id: string; kind: TimerKind; subject_id: string; due_at: Date; attempts: number }>(
    ctx,
    // moved or fired by another worker before the lock was ours: looked at once more
    `update timers set fired_at = (select desk_now()) where id = any(?::uuid[]) and fired_at is null and due_at <= (select desk_now())
     returning id, kind, subject_id, due_at, attempts`,
    [due.filter((timer) => ours.has(timer.subject_id)).map((timer) => timer.id)],
  )
  return fired.map((row) => ({
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    dueAt: row.due_at,
    attempts: row.attempts,
  }))
}

/** The ids that are ours now, and those that do not exist: their timers have nothing to wait for. */
async function lockSubjects(ctx: Ctx, table: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const free = await idsOf(
    ctx,
    `select id from ${table} where id = any(?::uuid[]) order by id for no key update skip locked`,
    ids,
  )
  const missing = ids.filter((id) => !free.has(id))
  if (missing.length === 0) return ids
  const busy = await idsOf(ctx, `select id from ${table} where id = any(?::uuid[])`, missing)
  return ids.filter((id) => free.has(id) || !busy.has(id))
}

const idsOf = async (ctx: Ctx, sql: string, ids: string[]): Promise<Set<string>> =>
  new Set((await rowsOf<{ id: string }>(ctx, sql, [ids])).map((row) => row.id))

const rowsOf = async <Row>(ctx: Ctx, sql: string, bindings: (string[] | number)[]): Promise<Row[]> =>
  ((await ctx.trx.raw(sql, bindings)) as { rows: Row[] }).rows

/** Seconds until a timer whose handler threw is tried again; after the last it is set aside. */
const BACK_OFF = [1, 2, 5, 15, 60, 180, 600]

/** Whether one more failure is the last. */
export const isLastTry = (timer: DueTimer): boolean => timer.attempts >= BACK_OFF.length

/** Puts a timer off whose handler threw, so that those behind it fire. */
export async function putOff(ctx: Ctx, timer: DueTimer): Promise<void> {
  await ctx.trx.raw(
    `update timers set attempts = attempts + 1, due_at = desk_now() + make_interval(secs => ?) where id = ? and fired_at is null`,
    [BACK_OFF[timer.attempts] ?? 600, timer.id],
  )
}

/** Gives a timer up; what went wrong is told under the id. */
export async function setTimerAside(ctx: Ctx, timer: DueTimer, troubleId: string): Promise<void> {
  await ctx.trx.raw(
    `update timers set attempts = attempts + 1, fired_at = desk_now(), trouble_id = ? where id = ? and fired_at is null`,
    [troubleId, timer.id],
  )
}
