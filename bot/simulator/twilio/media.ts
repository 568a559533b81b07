import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Sender } from '../cast.ts'
import type { Content } from '../contents.ts'
import type { World } from '../world.ts'
import { type Answer, gone, ok, refused } from './answer.ts'
import { rfc2822 } from './dates.ts'
import { newSid } from './sids.ts'

type Medium = { sid: string; accountSid: string; messageSid: string; at: number; content: Content; pass: string }

export type Media = ReturnType<typeof makeMedia>

/** What people send, as Twilio keeps it: behind the account's password, and then on another host that must not see it. */
export function makeMedia(world: World) {
  const kept = new Map<string, Medium>()
  let home = ''
  let store = ''

  function keep(sender: Sender, messageSid: string, content: Content): Medium {
    const sid = newSid('ME', world.randomBytes)
    const pass = world.randomBytes(16).toString('hex')
    const medium = { sid, accountSid: sender.accountSid, messageSid, at: world.clock(), content, pass }
    kept.set(sid, medium)
    return medium
  }

  const pathOf = ({ accountSid, messageSid, sid }: Medium) =>
    `/2010-04-01/Accounts/${accountSid}/Messages/${messageSid}/Media/${sid}`

  function find(accountSid: string, messageSid: string, sid: string): Medium | undefined {
    const medium = kept.get(sid)
    return medium?.accountSid === accountSid && medium.messageSid === messageSid ? medium : undefined
  }

  const view = (medium: Medium) => ({
    sid: medium.sid,
    account_sid: medium.accountSid,
    parent_sid: medium.messageSid,
    content_type: medium.content.type,
    date_created: rfc2822(medium.at),
    date_updated: rfc2822(medium.at),
    uri: `${pathOf(medium)}.json`,
  })

  const storage = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://storage')
    const medium = kept.get(url.pathname.slice(1))
    // The storage knows its own signed addresses only, and chokes on a second way to say who one is.
    if (request.headers.authorization !== undefined)
      return response.writeHead(400).end('Only one auth mechanism allowed')
    if (!medium || url.searchParams.get('pass') !== medium.pass) return response.writeHead(403).end('Forbidden')
    response.writeHead(200, { 'content-type': medium.content.type, 'content-length': medium.content.bytes.length })
    response.end(medium.content.bytes)
  })

  return {
    keep,
    urlOf: (medium: Medium) => home + pathOf(medium),
    /** The file itself: found on another host, at an address good for this file alone. */
    file(sender: Sender, messageSid: string, sid: string): Answer {
      const medium = find(sender.accountSid, messageSid, sid)
      if (!medium) return refused(20404)
      return { status: 307, headers: { location: `${store}/${medium.sid}?pass=${medium.pass}` } }
    },
    fetch(sender: Sender, messageSid: string, sid: string): Answer {
      const medium = find(sender.accountSid, messageSid, sid)
      return medium ? ok(view(medium)) : refused(20404)
    },
    list(sender: Sender, messageSid: string): Answer {
      const all = [...kept.values()].filter((it) => it.accountSid === sender.accountSid && it.messageSid === messageSid)
      return ok({ media_list: all.map(view), page: 0, page_size: 50, next_page_uri: null })
    },
    remove(sender: Sender, messageSid: string, sid: string): Answer {
      if (!find(sender.accountSid, messageSid, sid)) return refused(20404)
      kept.delete(sid)
      return gone()
    },
    forget(messageSid: string) {
      for (const [sid, medium] of kept) if (medium.messageSid === messageSid) kept.delete(sid)
    },
    open: async (apiUrl: string, host: string) => {
      home = apiUrl
      await new Promise<void>((resolve, reject) => {
        storage.once('error', reject).listen(0, host, resolve)
      })
      store = `http://${host}:${(storage.address() as AddressInfo).port}`
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => storage.close(() => resolve()))
      storage.closeAllConnections()
      await closed
    },
  }
}
