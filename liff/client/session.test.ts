import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { session } from '../fixtures.fake.ts'
import { type Page, signIn, slotOf, withoutCode } from './session.ts'

const network = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const answers = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const asked = () => network.mock.calls.map(([path, init]) => `${init.method} ${path}`)

const pageAt = (address: string): Page & { rewritten: string[] } => {
  const rewritten: string[] = []
  return { url: new URL(address), rewrite: (url) => rewritten.push(url.href), rewritten }
}

beforeEach(() => vi.stubGlobal('fetch', network.mockReset()))
afterEach(() => vi.unstubAllGlobals())

it('uses the session that is there', async () => {
  network.mockResolvedValueOnce(answers(200, session))
  expect((await signIn(pageAt('https://desk.example/liff/today/?channel=meelike-line'))).value).toEqual(session)
  expect(asked()).toEqual(['GET /v1/session?channel=meelike-line'])
})

it('swaps a code first, takes it out of the address, and keeps its person apart', async () => {
  network.mockResolvedValueOnce(answers(201, session))
  const page = pageAt('https://desk.example/liff/today/?channel=meelike-line&code=abc')
  expect((await signIn(page)).value).toEqual(session)
  expect(asked()).toEqual(['POST /v1/sessions/demo'])
  expect(new Headers(network.mock.calls[0]?.[1].headers).get('x-session-slot')).toBe('today-meelike-line')
  expect(page.rewritten).toEqual(['https://desk.example/liff/today/?channel=meelike-line&slot=today-meelike-line'])
})

it('says that a code was used, unless its session still stands', async () => {
  const used = () => answers(401, { code: 'code_wrong' })
  network.mockResolvedValueOnce(used()).mockResolvedValueOnce(answers(200, session))
  expect((await signIn(pageAt('https://desk.example/liff/today/?channel=c&code=abc'))).value).toEqual(session)
  network.mockResolvedValueOnce(used()).mockResolvedValueOnce(answers(401, {}))
  expect((await signIn(pageAt('https://desk.example/liff/today/?channel=c&code=abc'))).problem?.code).toBe('code_used')
})

it('keeps the code when nobody answered', async () => {
  network.mockRejectedValue(new TypeError('Failed to fetch'))
  const page = pageAt('https://desk.example/liff/today/?channel=c&code=abc')
  expect((await signIn(page)).problem?.code).toBe('offline')
  expect(page.rewritten).toEqual([])
})

it('asks a stranger without a LINE app to come from the chat', async () => {
  network.mockResolvedValueOnce(answers(401, { code: 'sign_in_needed' }))
  expect((await signIn(pageAt('https://desk.example/liff/today/'))).problem?.code).toBe('unknown_person')
})

it('names a place for a person in letters the desk takes', () => {
  expect(slotOf(new URL('https://desk.example/liff/book/'), 'AsiaTravelPlan_line-of-the-north')).toMatch(
    /^book-[a-z0-9-]{1,27}$/,
  )
  expect(withoutCode(new URL('https://desk.example/liff/book?x=1&code=abc#top')).href).toBe(
    'https://desk.example/liff/book?x=1#top',
  )
})
