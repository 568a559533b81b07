import { type Ctx, type Part, perTransaction } from '../context.ts'
import type { Rows } from '../db/tenant-transaction.ts'
import { mustBeUuid } from '../ids.ts'
import type { DueTimer, TimerKind } from './schema.ts'

type Wish = { subjectId: string; kind: TimerKind; dueAt: Date | null }

/** Sets (or moves) the one armed timer of its kind for the subject. Written with the flush. */
export function armTimer(ctx: Ctx, kind: TimerKind, subjectId: string, dueAt: Date): void {
  wishesOf(ctx).set(`${kind}:${subjectId}`, { subjectId, kind, dueAt })
}

export function cancelTimers(ctx: Ctx, subjectId: string, kinds: TimerKind[]): void {
  for (const kind of kinds) wishesOf(ctx).set(`${kind}:${subjectId}`, { subjectId, kind, dueAt: null })
}

const wishesOf = perTransaction((ctx) => {
  const wishes = new Map<string, Wish>()
  ctx.atEnd(() => writeTimers(ctx, [...wishes.values()]))
  return wishes
})

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

type Due = { id: string; kind: TimerKind; subject_id: string }

/** What is due, as the opening statement of the transaction that fires it. `among` names the only timers to look at. */
export const whatIsDue = (limit: number, among?: string[]): string => `
  select id, kind, subject_id from timers where fired_at is null and due_at <= (select desk_now())
  ${among ? `and id in (${among.map((id) => `'${mustBeUuid(id)}'`).join(', ')})` : ''} order by due_at, id limit ${Math.trunc(limit)}`

/**
 * Marks as fired what `whatIsDue` found; what it is about is locked until the commit. The subject comes first, as in every other
 * command (the other way round, a case that is solved at this moment and its breach would wait for each other); one that is being
 * changed is skipped and looked at again in the next round. A timer that was moved, cancelled or fired meanwhile is not answered.
 */
export async function takeDueTimers(ctx: Ctx, found: Rows): Promise<DueTimer[]> {
  const due = found as Due[]
  if (due.length === 0) return []
  const fired = await fire(
    ctx,
    due,
    `subject_id = any(array(${free.map(([name]) => `select id from ${name}`).join(' union all ')}))`,
  )
  if (fired.length === due.length) return fired
  // what a timer is about is never deleted; should it be, nobody waits for it
  const known = new Set(fired.map((timer) => timer.id))
  const rest = due.filter((timer) => !known.has(timer.id))
  return [...fired, ...(await fire(ctx, rest, tables.map(([, table]) => isNot(table)).join(' and ')))]
}

const tables = [
  ['case', 'cases'],
  ['booking', 'bookings'],
  ['conversation', 'conversations'],
  ['payment', 'payments'],
] as const
const free = tables.map(
  ([about, table]) =>
    [
      `free_${about}`,
      `select id from ${table} where id = any(?::uuid[]) order by id for no key update skip locked`,
    ] as const,
)
const isNot = (table: string): string => `not exists (select 1 from ${table} s where s.id = timers.subject_id)`

async function fire(ctx: Ctx, due: Due[], where: string): Promise<DueTimer[]> {
  const about = (kind: string) =>
    due.filter((timer) => timer.kind.startsWith(`${kind}.`)).map((timer) => timer.subject_id)
  const { rows } = (await ctx.trx.raw(
    `with ${free.map(([name, sql]) => `${name} as materialized (${sql})`).join(', ')}
     update timers set fired_at = (select desk_now())
     where id = any(?::uuid[]) and fired_at is null and due_at <= (select desk_now()) and ${where}
     returning id, kind, subject_id, due_at, attempts`,
    [...tables.map(([kind]) => about(kind)), due.map((timer) => timer.id)],
  )) as { rows: (Due & { due_at: Date; attempts: number })[] }
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    dueAt: row.due_at,
    attempts: row.attempts,
  }))
}

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
