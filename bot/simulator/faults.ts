import type { IncomingMessage, ServerResponse } from 'node:http'

/** Trouble ordered for the next call that fits. Without `times` it strikes once. */
export type Fault = {
  /** Path of the call: its beginning, or a pattern. */
  path: string | RegExp
  channelKey?: string
  times?: number
  /** Real milliseconds before anything else happens. */
  delayMs?: number
  status?: number
  /** For a 429: which of LINE's two. */
  limit?: 'rate' | 'monthly'
  message?: string
  /** Twilio's own number of the trouble: with a status of its own the call is refused, otherwise the message fails later. */
  code?: number
  /** Answer 200 with these words, whatever was asked for: a page of something in between, half an answer, nothing. */
  says?: string
  /** Never answer (until the caller gives up or the simulator stops). */
  hang?: boolean
  /** Cut the connection. */
  drop?: boolean
  /** Do what the call asks first, and only then fail: the caller cannot know. */
  afterAccept?: boolean
  /** Short for `drop` with `afterAccept`. */
  dropAfterAccept?: boolean
}

export type Faults = ReturnType<typeof makeFaults>

export function makeFaults() {
  let waiting: (Fault & { left: number })[] = []
  const fits = (fault: Fault, channelKey: string | undefined, path: string) =>
    (fault.channelKey === undefined || fault.channelKey === channelKey) &&
    (typeof fault.path === 'string' ? path.startsWith(fault.path) : fault.path.test(path))
  return {
    next(fault: Fault) {
      const whole = fault.dropAfterAccept ? { ...fault, drop: true, afterAccept: true } : fault
      waiting.push({ ...whole, left: fault.times ?? 1 })
    },
    clear() {
      waiting = []
    },
    /** The fault that strikes this call, used up by it. */
    take(path: string, channelKey?: string): Fault | undefined {
      const struck = waiting.find((fault) => fits(fault, channelKey, path))
      if (!struck) return undefined
      struck.left -= 1
      if (struck.left <= 0) waiting = waiting.filter((fault) => fault !== struck)
      return struck
    },
  }
}

type Struck = { note: (status: number, message?: string) => void; refuse: (status: number) => void }

/** Plays a fault out; true when the caller has got all that it will ever get. */
export function strikes(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  { note, refuse }: Struck,
): boolean {
  if (fault.hang || fault.drop) note(0, fault.hang ? 'hangs' : 'cut')
  if (fault.hang) return true
  if (fault.drop) {
    request.socket.destroy()
    return true
  }
  if (fault.says !== undefined) {
    note(200, 'something else')
    response.writeHead(200, { 'content-type': fault.says.startsWith('<') ? 'text/html' : 'application/json' })
    response.end(fault.says)
    return true
  }
  if (fault.status === undefined) return false
  refuse(fault.status)
  return true
}
