import type { SessionView } from '../../api/sessions/schema.ts'
import { type Answer, api, setSlot } from './api.ts'
import { ownProblem } from './problem.ts'

export type Page = { url: URL; rewrite: (url: URL) => void }

/**
 * Who is here: a one-time code from the chat (demo), our own session, or LINE. A code comes first, since it says who opened
 * the page now; two phones of the simulator share one browser and its cookies.
 */
export async function signIn(page: Page): Promise<Answer<SessionView>> {
  const channelKey = page.url.searchParams.get('channel') ?? undefined
  const code = page.url.searchParams.get('code')
  setSlot(page.url.searchParams.get('slot') ?? undefined)
  const byCode = code && channelKey ? await swapCode(page, channelKey, code) : undefined
  if (byCode?.value) return byCode
  const known = await api.get<SessionView>(
    `/v1/session${channelKey ? `?channel=${encodeURIComponent(channelKey)}` : ''}`,
  )
  if (known.value || known.problem.status !== 401) return known
  if (byCode) return byCode.problem.status === 0 ? byCode : { problem: ownProblem('code_used') }
  const liffId = page.url.searchParams.get('liff') ?? known.problem.facts['liffId']
  if (typeof liffId !== 'string' || !channelKey) return { problem: ownProblem('unknown_person') }
  return signInByLine(liffId, channelKey)
}

/** The phones of the simulator are one browser: each page keeps its person in a place of its own, named in its address. */
async function swapCode(page: Page, channelKey: string, code: string) {
  const slot = page.url.searchParams.get('slot') ?? slotOf(page.url, channelKey)
  setSlot(slot)
  const swapped = await api.post<SessionView>('/v1/sessions/demo', { body: { channelKey, code } })
  if (swapped.problem?.status !== 0) {
    const clean = withoutCode(page.url)
    clean.searchParams.set('slot', slot)
    page.rewrite(clean)
  }
  return swapped
}

export function slotOf(url: URL, channelKey: string): string {
  const page = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  return `${page}-${channelKey}`
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .slice(0, 32)
}

/** Used up, and nothing to leave in a history. */
export function withoutCode(url: URL): URL {
  const clean = new URL(url)
  clean.searchParams.delete('code')
  return clean
}

async function signInByLine(liffId: string, channelKey: string): Promise<Answer<SessionView>> {
  // Only here: the SDK is heavy, talks to LINE, and the demo must work without it.
  const line = await import('./line-login.ts')
  const token = await line.idToken(liffId)
  if (token === 'leaving') return leaving()
  if (token === 'failed') return { problem: ownProblem('line') }
  const opened = await api.post<SessionView>('/v1/sessions/line', { body: { channelKey, idToken: token.value } })
  if (opened.problem?.status !== 401) return opened
  // Their ID token lives an hour, and the SDK goes on handing out an old one.
  return (await line.loginAgain()) === 'leaving' ? leaving() : { problem: ownProblem('line') }
}

/** The browser is on its way to LINE's login. */
const leaving = () => new Promise<never>(() => {})
