import { PassThrough } from 'node:stream'
import type { Context } from 'koa'

export type Stream = {
  send: (event: string, data: unknown, id?: string) => void
  end: () => void
  onEnd: (work: () => void) => void
}

const HEARTBEAT_MS = 15_000
/** A reader that stopped reading: its connection is cut, it comes back by itself. */
const MOST_UNREAD_BYTES = 256 * 1024
const open = new Set<Stream>()

/** Answers with Server-Sent Events until either side ends it. `onBeat` runs at every heartbeat. */
export function eventStream(http: Context, onBeat: () => void = () => undefined): Stream {
  const body = new PassThrough()
  const endings: (() => void)[] = []
  const write = (text: string) => {
    if (body.destroyed || body.writableEnded) return
    if (body.readableLength + body.writableLength > MOST_UNREAD_BYTES) body.destroy()
    else body.write(text)
  }
  const stream: Stream = {
    send: (event, data, id) => write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => body.end(),
    onEnd: (work) => endings.push(work),
  }
  const beat = setInterval(() => {
    write(': beat\n\n')
    onBeat()
  }, HEARTBEAT_MS)
  body.once('close', () => {
    clearInterval(beat)
    open.delete(stream)
    for (const work of endings) work()
  })
  open.add(stream)
  http.status = 200
  http.type = 'text/event-stream'
  http.set({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  http.body = body
  write('retry: 2000\n\n')
  return stream
}

/** Before the server closes: a stream would keep it open for ever. */
export function endStreams(): void {
  for (const stream of open) stream.end()
}
