import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createPlainServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { callLine, FateUnknown, lineProfile, NotReached } from './client.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function at(server: Server): Promise<string> {
  open.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const line = (hear: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void) =>
  at(
    createServer((request, response) => {
      const parts: Buffer[] = []
      request
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => hear(request, response, Buffer.concat(parts)))
    }),
  )
const reply = { method: 'POST', path: '/v2/bot/message/reply', token: 'secret', timeoutMs: 5_000 } as const
const said = Buffer.from('{"text":"สวัสดี"}')

test('what is asked arrives as it is, and what LINE says comes back', async () => {
  const heard: unknown[] = []
  const base = await line(({ method, url, headers }, response, body) => {
    heard.push([
      method,
      url,
      headers.authorization,
      headers['content-type'],
      headers['x-line-retry-key'],
      body.toString(),
    ])
    response.writeHead(409, { 'x-line-request-id': 'r1' }).end('{"message":"คำตอบ"}')
  })
  const answer = await callLine(`${base}/`, { ...reply, body: said, headers: { 'x-line-retry-key': 'k' } })
  expect(answer).toMatchObject({ status: 409, body: '{"message":"คำตอบ"}', headers: { 'x-line-request-id': 'r1' } })
  await callLine(base, { ...reply, method: 'GET' })
  expect(heard).toEqual([
    ['POST', reply.path, 'Bearer secret', 'application/json', 'k', said.toString()],
    ['GET', reply.path, 'Bearer secret', undefined, undefined, ''],
  ])
})

test('where nobody listens nothing was reached', async () => {
  const base = await line(() => undefined)
  await new Promise((done) => open.pop()?.close(done))
  await expect(callLine(base, { ...reply, body: said })).rejects.toThrow(NotReached)
})

test('who is asked and says nothing, or hangs up before or within the answer, may have heard it', async () => {
  const silent = await line(() => undefined)
  await expect(callLine(silent, { ...reply, timeoutMs: 50 })).rejects.toThrow(new FateUnknown('no answer within 50 ms'))
  const drips = await line((_, response) => void response.writeHead(200).write('{'))
  await expect(callLine(drips, { ...reply, timeoutMs: 50 })).rejects.toThrow(FateUnknown)
  const hangsUp = await line(({ socket }) => void socket.destroy())
  await expect(callLine(hangsUp, { ...reply, body: said })).rejects.toThrow(FateUnknown)
  const breaksOff = await line(({ socket }, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"a', () => socket.destroy())
  })
  await expect(callLine(breaksOff, { ...reply, body: said })).rejects.toThrow(FateUnknown)
  const speaksOtherwise = await at(createPlainServer((socket) => void socket.end('220 smtp\r\n')))
  await expect(callLine(speaksOtherwise, reply)).rejects.toThrow(FateUnknown)
})

test('a connection that was closed meanwhile is opened anew, and many calls at once are all answered', async () => {
  let calls = 0
  const base = await line((_, response) => void response.writeHead(200, { connection: 'close' }).end(String(++calls)))
  for (const nth of ['1', '2', '3']) expect((await callLine(base, reply)).body).toBe(nth)
  const many = await Promise.all(Array.from({ length: 300 }, () => callLine(base, { ...reply, body: said })))
  expect(many.every((it) => it.status === 200)).toBe(true)
})

test('of an endless answer no more than a million bytes are kept', async () => {
  const base = await line((_, response) => void response.writeHead(200).end(Buffer.alloc(3_000_000, 'x')))
  const { status, body } = await callLine(base, reply)
  expect([status, body.length <= 1_000_000]).toEqual([200, true])
})

test('a token that cannot be a header is a fault of ours, not of the way', async () => {
  const trouble = await callLine('http://127.0.0.1:9', { ...reply, token: 'a\nb' }).catch((it: unknown) => it)
  expect(trouble).toBeInstanceOf(Error)
  expect(trouble).not.toBeInstanceOf(NotReached)
  expect(trouble).not.toBeInstanceOf(FateUnknown)
})

test('a name is a courtesy: none is asked with an id that is not LINE’s, and none is told where LINE fails', async () => {
  const base = await line(({ url }, response) =>
    response.writeHead(url?.endsWith('1') ? 200 : 500).end('{"displayName":"ตุ๊กตา","language":"th"}'),
  )
  const id = (last: string) => `U${'0'.repeat(31)}${last}`
  expect(await lineProfile(base, 't', id('1'))).toEqual({ name: 'ตุ๊กตา', language: 'th' })
  expect(await lineProfile(base, 't', id('2'))).toBeUndefined()
  expect(await lineProfile(base, 't', '../../secrets')).toBeUndefined()
})
