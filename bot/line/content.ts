import type { Fetched } from '../doors.ts'

const PATIENCE_MS = 90_000

/**
 * The bytes of a message, from LINE's data host. 202: a video or sound is still being prepared. 410: taken back by its sender. 404: LINE has
 * it no more. (Messaging API reference, "Get content": the bytes are deleted after a time that LINE does not name.)
 */
export async function lineContent(base: string, token: string, messageId: string): Promise<Fetched> {
  // ids go into the path: only LINE's own form may
  if (!/^\d{1,40}$/.test(messageId)) return { state: 'gone', why: 'expired' }
  const answer = await fetch(new URL(`/v2/bot/message/${messageId}/content`, base), {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (answer.status === 200 && answer.body)
    return {
      state: 'here',
      bytes: answer.body,
      length: Number(answer.headers.get('content-length')) || undefined,
      declared: answer.headers.get('content-type') ?? undefined,
    }
  await answer.body?.cancel()
  if (answer.status === 202) return { state: 'not yet' }
  if (answer.status === 410) return { state: 'gone', why: 'withdrawn' }
  if (answer.status === 404) return { state: 'gone', why: 'expired' }
  throw new Error(`LINE answered ${answer.status} to a content`)
}
