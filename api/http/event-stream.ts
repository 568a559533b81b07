import { PassThrough } from 'node:stream'
import type { Context } from 'koa'
import { Turned } from './problem.ts'

export type Stream = {
  send: (event: string, data: unknown, id?: string) => void
  end: () => void
  onEnd: (work: () => void) => void
}

const HEARTBEAT_MS = 15_000
/** A reader that stopped reading: its connection is cut, it comes back by itself. */
const MOST_UNREAD_BYTES = 256 * 1024
/** Each is a connection and a look at every heartbeat: more tabs than these nobody has, a script in a loop does. */
const MOST_FOR_ONE = 50
/** Each with whose it is. */
const open = new Map<Stream, string>()

/** Answers with Server-Sent Events until either side ends it. `onBeat` runs at every heartbeat. */
export function eventStream(http: Context, who: string, onBeat: () => void = () => undefined): Stream {
  if ([...open.values()].filter((it) => it === who).length >= MOST_FOR_ONE)
    throw new Turned(429, 'too_many_streams', 'Too many streams', `Close some: ${MOST_FOR_ONE} may be open at once.`, {
      'retry-after': String(HEARTBEAT_MS / 1000),
    })
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
  open.set(stream, who)
  http.status = 200
  http.type = 'text/event-stream'
  http.set({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  http.body = body
  write('retry: 2000\n\n')
  return stream
}

/** Before the server closes: a stream would keep it open for ever. */
export function endStreams(): void {
  for (const stream of open.keys()) stream.end()
}
