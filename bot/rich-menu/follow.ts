import { menuFollowed, menusDue, takeMenuDue } from '../../api/channels/commands/menus-due.ts'
import { channelById } from '../../api/channels/queries.ts'
import { inTenant, system } from '../../api/context.ts'
import type { Doors } from '../doors.ts'
import { PlatformGarbled, PlatformRefused } from './menu.ts'

const AT_ONCE = 50

/** Gives whoever goes on in another language the menu of that language. A platform that will not is asked again later. */
export async function followLanguages(doors: Doors): Promise<void> {
  for (const { tenantId, conversationId } of await menusDue(AT_ONCE)) {
    const due = await inTenant(tenantId, system, (ctx) => takeMenuDue(ctx, conversationId))
    if (!due) continue
    const channel = await channelById(due.channelId)
    const give = channel && doors[channel.kind]?.giveMenu
    // a channel that is switched off may be switched on again
    if (!give) continue
    try {
      await give(channel, due.userId, due.menu)
    } catch (trouble) {
      if (trouble instanceof PlatformRefused || trouble instanceof PlatformGarbled) continue
      throw trouble
    }
    await inTenant(tenantId, system, (ctx) => menuFollowed(ctx, due))
  }
}
