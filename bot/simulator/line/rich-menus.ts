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
    setImage(channelKey: string, id: string): Answer {
      const found = mine(channelKey, id)
      if (!found) return notFound()
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
    of(channelKey: string, userId?: string): Answer {
      const richMenuId = userId ? linked.get(`${channelKey} ${userId}`) : defaults.get(channelKey)
      return richMenuId ? ok({ richMenuId }) : notFound()
    },
  }
}
