import type { Ctx, Part } from '../context.ts'
import type { TimerKind } from './schema.ts'

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
