import type { World } from '../world.ts'
import { type Answer, badBody, type Detail, ok, refused } from './answer.ts'
import { checkAction, inRichMenu } from './actions.ts'
import { checkText, isFields } from './shape.ts'

const notFound = () => refused(404, 'Not found')

/** Rich menus as far as a desk needs them: make, picture, default, link, unlink. Phones do not draw them yet. */
export function makeRichMenus(world: World) {
  const menus = new Map<string, { channelKey: string; menu: object; hasImage: boolean }>()
  const defaults = new Map<string, string>()
  const linked = new Map<string, string>()
  const aliases = new Map<string, string>()

  const mine = (channelKey: string, id: string) => {
    const found = menus.get(id)
    return found?.channelKey === channelKey ? found : undefined
  }

  return {
    create(channelKey: string, body: unknown): Answer {
      const details: Detail[] = []
      const complain = (property: string, message: string) => details.push({ property, message })
      if (!isFields(body)) return refused(400, 'The request body could not be parsed as JSON')
      checkText(body.name, 'name', complain, { max: 300, count: 'graphemes' })
      checkText(body.chatBarText, 'chatBarText', complain, { max: 14, count: 'graphemes' })
      const areas: unknown[] = Array.isArray(body.areas) ? body.areas : []
      if (areas.length > 20) complain('areas', 'Size must be between 0 and 20')
      areas.forEach((area, index) => {
        checkAction(isFields(area) ? area.action : undefined, `areas[${index}]`, inRichMenu, complain)
      })
      if (details.length > 0) return badBody(details)
      const richMenuId = `richmenu-${world.randomBytes(16).toString('hex')}`
      menus.set(richMenuId, { channelKey, menu: body, hasImage: false })
      return ok({ richMenuId })
    },
    list: (channelKey: string): Answer =>
      ok({
        richmenus: [...menus]
          .filter(([, it]) => it.channelKey === channelKey)
          .map(([richMenuId, it]) => ({ richMenuId, ...it.menu })),
      }),
    remove(channelKey: string, id: string): Answer {
      if (!mine(channelKey, id)) return notFound()
      menus.delete(id)
      return ok()
    },
    setImage(channelKey: string, id: string, picture: { type: string; bytes: number }): Answer {
      const found = mine(channelKey, id)
      if (!found) return notFound()
      if (!/^image\/(png|jpeg)$/.test(picture.type)) return refused(415, 'Unsupported media type')
      if (picture.bytes > 1_000_000) return refused(413, 'Request Entity Too Large')
      if (found.hasImage) return refused(400, 'An image has already been uploaded to the richmenu')
      found.hasImage = true
      return ok()
    },
    /** For everybody, or for one person. A menu without a picture cannot be shown. */
    link(channelKey: string, id: string, userId?: string): Answer {
      const found = mine(channelKey, id)
      if (!found) return notFound()
      if (!found.hasImage) return refused(400, 'must upload richmenu image before applying it to user')
      if (userId) linked.set(`${channelKey} ${userId}`, id)
      else defaults.set(channelKey, id)
      return ok()
    },
    unlink(channelKey: string, userId?: string): Answer {
      if (userId) linked.delete(`${channelKey} ${userId}`)
      else defaults.delete(channelKey)
      return ok()
    },
    /** An alias is made once and moved afterwards. */
    name(channelKey: string, body: unknown): Answer {
      const { richMenuAliasId: alias, richMenuId } = isFields(body) ? body : {}
      if (typeof alias !== 'string' || !/^[a-z0-9_-]{1,32}$/.test(alias))
        return badBody([{ property: 'richMenuAliasId', message: 'invalid' }])
      if (aliases.has(`${channelKey} ${alias}`)) return refused(400, 'conflict richmenu alias id')
      if (typeof richMenuId !== 'string' || !mine(channelKey, richMenuId)) return refused(400, 'richmenu not found')
      aliases.set(`${channelKey} ${alias}`, richMenuId)
      return ok()
    },
    rename(channelKey: string, alias: string, body: unknown): Answer {
      const richMenuId = isFields(body) ? body.richMenuId : undefined
      if (!aliases.has(`${channelKey} ${alias}`)) return refused(404, 'richmenu alias not found')
      if (typeof richMenuId !== 'string' || !mine(channelKey, richMenuId)) return refused(400, 'richmenu not found')
      aliases.set(`${channelKey} ${alias}`, richMenuId)
      return ok()
    },
    named(channelKey: string, alias: string): Answer {
      const richMenuId = aliases.get(`${channelKey} ${alias}`)
      return richMenuId ? ok({ richMenuAliasId: alias, richMenuId }) : notFound()
    },
    /** At once for up to 500 people. */
    linkAll(channelKey: string, body: unknown): Answer {
      const { richMenuId, userIds } = isFields(body) ? body : {}
      if (typeof richMenuId !== 'string' || !mine(channelKey, richMenuId)?.hasImage)
        return refused(400, 'must upload richmenu image before applying it to user')
      if (!Array.isArray(userIds) || userIds.length === 0 || userIds.length > 500)
        return badBody([{ property: 'userIds', message: 'Size must be between 1 and 500' }])
      for (const userId of userIds) linked.set(`${channelKey} ${String(userId)}`, richMenuId)
      return { status: 202, body: {} }
    },
    of(channelKey: string, userId?: string): Answer {
      const richMenuId = userId ? linked.get(`${channelKey} ${userId}`) : defaults.get(channelKey)
      return richMenuId ? ok({ richMenuId }) : notFound()
    },
  }
}
