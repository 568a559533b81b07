import { createHash } from 'node:crypto'
import type { Context } from 'koa'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Turned } from './problem.ts'

/** For the `also` of a change that may be refused so. */
export const changedMeanwhile = { 412: 'Somebody has changed it since: `facts.now` is how it stands' } as const
/** What carries its own tag, in lists too. */
export const Tag = z.string().meta({ description: 'For `If-Match`, when it is changed' })
export const SEEN =
  'With the `ETag` you read as `If-Match`, a change is refused where somebody was faster; without, it is made whatever stands there.'

/** One spelling for one state, whoever looks: what a person may do with it is not part of it. What carries the tag of its state has said it. */
export const tagOf = (shown: unknown): string => {
  if (carriesTag(shown)) return shown.etag
  const text = JSON.stringify(shown ?? null, (name, value: unknown) =>
    name === 'can' || name === 'etag' ? undefined : value,
  )
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}

const carriesTag = (shown: unknown): shown is { etag: string } =>
  typeof shown === 'object' && shown !== null && 'etag' in shown && typeof shown.etag === 'string'

/** Says which state was shown, so that a change can name it. */
export const tellTag = (http: Context, shown: unknown): void => http.set('etag', tagOf(shown))

/**
 * A change of what somebody else has changed since it was read is refused, with how it stands now. Two at once wait for each other. Whoever names no
 * state changes it whatever it is.
 */
export async function mustBeAsSeen(http: Context, ctx: Ctx, shownNow: () => Promise<unknown>): Promise<void> {
  await ctx.trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 9))', [`${ctx.tenantId} ${http.path}`])
  const seen = http.get('if-match').trim()
  const onlyNew = http.get('if-none-match').trim() === '*'
  if (!seen && !onlyNew) return
  const now = await shownNow()
  const exists = now !== undefined && now !== null
  const names = seen.split(',').map((it) => it.trim())
  const isAsSeen = !seen || (exists && (names.includes('*') || names.includes(tagOf(now))))
  if (isAsSeen && !(onlyNew && exists)) return
  throw new Turned(
    412,
    'changed_meanwhile',
    'Changed meanwhile',
    'Somebody has changed this since you read it, and nothing of yours was kept. `facts.now` is how it stands: look at it, then send yours again with the new `ETag`.',
    exists ? { etag: tagOf(now) } : {},
    { now: now ?? null },
  )
}
