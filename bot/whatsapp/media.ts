import type { Channel } from '../../api/channels/queries.ts'
import type { Fetched } from '../doors.ts'
import type { Base } from './client.ts'

const TIMEOUT_MS = 30_000
const MOST_HOPS = 3

/**
 * Fetches what somebody sent. The address came in a signed webhook; still the account's password goes to the platform's own host only, and
 * never along to the storage that it redirects to.
 */
export async function fetchMedia(base: Base, channel: Channel, origin: string): Promise<Fetched> {
  const home = new URL(base ?? 'https://api.twilio.com')
  let url = URL.canParse(origin) ? new URL(origin) : undefined
  if (url?.origin !== home.origin) return { state: 'gone', why: 'expired' }
  const secret = Buffer.from(`${channel.token}:${channel.secret}`).toString('base64')
  for (let hop = 0; url && hop <= MOST_HOPS; hop += 1) {
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        // what was packed on its way is not as long as it was said to be
        'accept-encoding': 'identity',
        ...(url.origin === home.origin && { authorization: `Basic ${secret}` }),
      },
    })
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
    if (!location) return fetchedFrom(answer)
    await answer.body?.cancel()
    url = nextHop(location, url, base)
  }
  throw new Error('The file is redirected nowhere')
}

/** On the real platform only to an encrypted address: a file is somebody's. */
function nextHop(location: string, from: URL, base: Base): URL | undefined {
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined
  return base || next?.protocol === 'https:' ? next : undefined
}

async function fetchedFrom(answer: Response): Promise<Fetched> {
  if (answer.status === 200 && answer.body) {
    const length = Number(answer.headers.get('content-length'))
    return {
      state: 'here',
      bytes: answer.body,
      length: Number.isInteger(length) && length > 0 ? length : undefined,
      declared: answer.headers.get('content-type') ?? undefined,
    }
  }
  await answer.body?.cancel()
  if (answer.status === 404 || answer.status === 410) return { state: 'gone', why: 'expired' }
  throw new Error(`The file was answered with ${answer.status}`)
}
