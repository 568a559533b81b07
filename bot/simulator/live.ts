import type { ServerResponse } from 'node:http'
import type { World } from './world.ts'

const HEARTBEAT_MS = 15_000
/** Several bubbles of one turn reach the pages as one message. */
const TOGETHER_MS = 20

/** Server-Sent Events for the pages: each changed chat as a whole, and the clock. */
export function makeLive(world: World, viewOf: (chatKey: string) => unknown) {
  const pages = new Set<ServerResponse>()
  const changed = new Set<string>()
  let flushing: NodeJS.Timeout | undefined

  const send = (page: ServerResponse, event: string, data: unknown) =>
    page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

  function flush() {
    flushing = undefined
    for (const chatKey of changed) {
      const view = viewOf(chatKey)
      for (const page of pages) send(page, 'chat', view)
    }
    changed.clear()
  }

  const stopListening = world.onChange((chat) => {
    if (!chat || pages.size === 0) return
    changed.add(chat.key)
    flushing ??= setTimeout(flush, TOGETHER_MS)
  })

  function tellTime() {
    for (const page of pages) send(page, 'clock', { now: world.clock() })
  }
  const heartbeat = setInterval(tellTime, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    tellTime,
    join(page: ServerResponse) {
      page.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      send(page, 'clock', { now: world.clock() })
      pages.add(page)
      page.on('close', () => pages.delete(page))
    },
    close() {
      stopListening()
      clearInterval(heartbeat)
      clearTimeout(flushing)
      for (const page of pages) page.end()
    },
  }
}
