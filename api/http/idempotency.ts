import { createHash } from 'node:crypto'
import type { Context } from 'koa'
import type { Actor, Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { InvalidInput } from './problem.ts'

export type Answer = { status: number; body: unknown; replayed?: true }
export type Once = { key: string; hash: Buffer }

/** The promise a caller asks for with Idempotency-Key: this request, however often it is sent, is done once. */
export function onceOf(http: Context, raw: Buffer): Once | undefined {
  const key = http.get('idempotency-key')
  if (!key || http.method === 'GET' || http.method === 'HEAD') return undefined
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new InvalidInput([{ field: 'Idempotency-Key', message: 'Is 1 to 200 printable characters without spaces' }])
  return { key, hash: createHash('sha256').update(`${http.method} ${http.url}\n`).update(raw).digest() }
}

/**
 * Does the work once a key of a caller (who acts, unless another is named). Key and answer are written with the work's own commit: all of it, or none.
 */
export async function once(
  ctx: Ctx,
  it: Once | undefined,
  caller: string | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!it) return work()
  const key = `${caller ?? nameOf(ctx.actor)} ${it.key}`
  const { rows: locks } = (await ctx.trx.raw('select pg_try_advisory_xact_lock(hashtextextended(?, 7)) as ours', [
    `${ctx.tenantId} ${key}`,
  ])) as { rows: { ours: boolean }[] }
  if (!locks[0]?.ours) throw new Refusal('idempotency_in_progress')
  // a statement of its own: it must see what was committed before the lock was ours
  const { rows } = (await ctx.trx.raw('select request_hash, status, body from idempotency_keys where key = ?', [
    key,
  ])) as {
    rows: { request_hash: Buffer; status: number; body: { answer: unknown } }[]
  }
  const done = rows[0]
  if (done && !done.request_hash.equals(it.hash)) throw new Refusal('idempotency_key_reused')
  if (done) return { status: done.status, body: done.body.answer, replayed: true }
  const answer = await work()
  ctx.atEnd(() => ({
    sql: `insert into idempotency_keys (tenant_id, key, request_hash, status, body) values (?::uuid, ?::text, ?::bytea, ?::int, ?::jsonb)`,
    bindings: [ctx.tenantId, key, it.hash, answer.status, JSON.stringify({ answer: answer.body ?? null })],
  }))
  return answer
}

const nameOf = (who: Actor): string => (who.kind === 'system' ? 'system' : `${who.kind}:${who.id}`)
