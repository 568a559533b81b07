import { z } from 'zod'
import type { Channel } from '../../api/channels/queries.ts'
import type { Act } from '../../api/outbox/schema.ts'
import { type MenuToPut, PlatformGarbled, PlatformRefused, type PutMenus } from '../rich-menu/menu.ts'
import { callLine, FateUnknown, NotReached } from './client.ts'

const TIMEOUT_MS = 20_000
/** LINE: at most 500 people in one call. */
const MOST_LINKED = 500
/** Ours are called so: what an attempt that was cut short left behind is found by it. */
const OURS = 'bellhop '

type Bases = { api: string; data: string }
type Call = { method: 'GET' | 'POST' | 'DELETE'; path: string; json?: object; png?: Buffer }

/**
 * Puts a menu for each language: made, given its picture, named by an alias, the first for everybody and the others for whom they are meant.
 * What stood there before is taken away last, so that nobody is without one; after a try that was cut short, the next one leaves no rest.
 */
export async function putLineMenus(bases: Bases, channel: Channel, menus: MenuToPut[]): Promise<PutMenus> {
  const call = caller(bases, channel)
  const before = await ourMenus(call)
  const put: PutMenus = { menus: {}, linked: 0 }
  for (const [index, { language, menu, people }] of menus.entries()) {
    const richMenuId = await make(call, menu)
    await nameIt(call, `bellhop-${language}`, richMenuId)
    if (index === 0) await call({ method: 'POST', path: `/v2/bot/user/all/richmenu/${richMenuId}` })
    for (let from = 0; from < people.length; from += MOST_LINKED) {
      const userIds = people.slice(from, from + MOST_LINKED)
      await call({ method: 'POST', path: '/v2/bot/richmenu/bulk/link', json: { richMenuId, userIds } })
      put.linked += userIds.length
    }
    put.menus[language] = richMenuId
  }
  for (const richMenuId of before) await call({ method: 'DELETE', path: `/v2/bot/richmenu/${richMenuId}` }, [404])
  return put
}

/** Links one person to a menu, or takes the link away: then they see everybody's. Who has none to take away has everybody's already. */
export async function giveLineMenu(bases: Bases, channel: Channel, userId: string, menu: string | null): Promise<void> {
  const call = caller(bases, channel)
  const path = `/v2/bot/user/${userId}/richmenu`
  if (menu) await call({ method: 'POST', path: `${path}/${menu}` })
  else await call({ method: 'DELETE', path }, [404])
}

async function make(call: Caller, menu: MenuToPut['menu']): Promise<string> {
  const { width, height } = menu
  const each = Math.floor(width / menu.acts.length)
  const { richMenuId } = read(
    z.object({ richMenuId: z.string().regex(/^richmenu-\w+$/) }),
    await call({
      method: 'POST',
      path: '/v2/bot/richmenu',
      json: {
        size: { width, height },
        selected: true,
        name: menu.name,
        chatBarText: menu.bar,
        areas: menu.acts.map((act, index) => ({
          bounds: { x: index * each, y: 0, width: each, height },
          action: actionOf(act),
        })),
      },
    }),
  )
  await call({ method: 'POST', path: `/v2/bot/richmenu/${richMenuId}/content`, png: menu.picture })
  return richMenuId
}

function actionOf(act: Act): object {
  if (act.do === 'tap') return { type: 'postback', data: act.data, displayText: act.label, label: act.label }
  if (act.do === 'open') return { type: 'uri', uri: act.url, label: act.label }
  return { type: 'message', text: act.text, label: act.label }
}

/** An alias is made once and moved afterwards. */
async function nameIt(call: Caller, alias: string, richMenuId: string): Promise<void> {
  const moved = await call(
    { method: 'POST', path: `/v2/bot/richmenu/alias/${alias}`, json: { richMenuId } },
    [404, 400],
  )
  if (moved !== undefined) return
  await call({ method: 'POST', path: '/v2/bot/richmenu/alias', json: { richMenuAliasId: alias, richMenuId } })
}

async function ourMenus(call: Caller): Promise<string[]> {
  const { richmenus } = read(
    z.object({ richmenus: z.array(z.object({ richMenuId: z.string(), name: z.string() })) }),
    await call({ method: 'GET', path: '/v2/bot/richmenu/list' }),
  )
  return richmenus.filter((it) => it.name.startsWith(OURS)).map((it) => it.richMenuId)
}

/** What LINE answered; nothing for a status that is `allowed` to be a no. */
type Caller = (call: Call, allowed?: number[]) => Promise<unknown>

const caller =
  (bases: Bases, channel: Channel): Caller =>
  async (it, allowed = []) => {
    const body = it.png ?? (it.json && Buffer.from(JSON.stringify(it.json)))
    try {
      const answer = await callLine(it.png ? bases.data : bases.api, {
        method: it.method,
        path: it.path,
        token: channel.token,
        timeoutMs: TIMEOUT_MS,
        ...(body && { body }),
        ...(it.png && { headers: { 'content-type': 'image/png' } }),
      })
      if (allowed.includes(answer.status)) return undefined
      if (answer.status >= 300) throw new PlatformRefused(`${answer.status} ${answer.body.slice(0, 300)}`)
      return parsed(answer.body || '{}')
    } catch (trouble) {
      if (trouble instanceof NotReached || trouble instanceof FateUnknown) throw new PlatformRefused(trouble.message)
      throw trouble
    }
  }

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new PlatformGarbled()
  }
}

function read<T>(shape: z.ZodType<T>, answer: unknown): T {
  const it = shape.safeParse(answer)
  if (!it.success) throw new PlatformGarbled()
  return it.data
}
