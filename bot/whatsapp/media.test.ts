import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Channel } from '../../api/channels/queries.ts'
import { readUpTo } from '../read-up-to.ts'
import { fetchMedia } from './media.ts'

const bytes = Buffer.from('name,sum\n'.repeat(5_000))
const channel = { token: 'AC1', secret: 'password' } as Channel

describe('what somebody sent on WhatsApp', () => {
  let seen: IncomingMessage[] = []
  const closing: (() => void)[] = []
  async function aServer(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<string> {
    const server = createServer((request, response) => {
      seen.push(request)
      answer(request, response)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    closing.push(() => server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  let twilio: string
  let store: string
  beforeAll(async () => {
    // packs what it may, as such stores do, and tells how long the packed is
    store = await aServer((request, response) => {
      const packs = /gzip/.test(String(request.headers['accept-encoding']))
      const sent = packs ? gzipSync(bytes) : bytes
      response.writeHead(200, { 'content-length': sent.length, ...(packs && { 'content-encoding': 'gzip' }) }).end(sent)
    })
    twilio = await aServer((request, response) =>
      request.url === '/loop'
        ? response.writeHead(302, { location: '/loop' }).end()
        : response.writeHead(307, { location: `${store}/file` }).end(),
    )
  })
  afterAll(() => closing.forEach((close) => close()))

  it('comes whole from a store that packs, which is not told the password', async () => {
    seen = []
    const fetched = await fetchMedia(twilio, channel, `${twilio}/Media/ME1`)
    if (fetched.state !== 'here') throw new Error(fetched.state)
    expect(await readUpTo(1_000_000, fetched)).toEqual(bytes)
    expect(seen.map((request) => request.headers.authorization)).toEqual([expect.stringMatching(/^Basic /), undefined])
  })

  it('is not fetched from anywhere but the platform, nor round and round', async () => {
    seen = []
    for (const origin of [`${store}/file`, 'http://169.254.169.254/latest', 'file:///etc/passwd', 'x', ''])
      expect(await fetchMedia(twilio, channel, origin)).toEqual({ state: 'gone', why: 'expired' })
    // the real platform's own
    expect(await fetchMedia(undefined, channel, 'http://api.twilio.com/x')).toEqual({ state: 'gone', why: 'expired' })
    expect(await fetchMedia(undefined, channel, 'https://api.twilio.com.evil.example/x')).toMatchObject({
      state: 'gone',
    })
    expect(seen).toEqual([])
    await expect(fetchMedia(twilio, channel, `${twilio}/loop`)).rejects.toThrow('redirected nowhere')
    expect(seen.length).toBeLessThan(6)
  })
})
