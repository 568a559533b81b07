import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { endStreams } from './event-stream.ts'

export type Listening = { port: number; close: () => Promise<void> }

const PATIENCE_MS = 10_000

/** Listens until `close`, which lets requests in flight finish, ends streams, and cuts what is idle. */
export function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  where: { host: string; port: number },
  stopping: () => void = () => undefined,
): Promise<Listening> {
  let closing = false
  const server = createServer((request, response) => {
    if (closing) response.setHeader('connection', 'close')
    handle(request, response)
  })
  // slow-loris: headers must come at once, a body within half a minute
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000

  async function close() {
    closing = true
    stopping()
    const closed = new Promise<void>((done) => server.close(() => done()))
    endStreams()
    const idle = setInterval(() => {
      endStreams()
      server.closeIdleConnections()
    }, 50)
    const last = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.closeIdleConnections()
    await closed
    clearInterval(idle)
    clearTimeout(last)
  }

  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(where.port, where.host, () => {
      server.off('error', failed)
      done({ port: (server.address() as AddressInfo).port, close })
    })
  })
}
