import { noteMenus } from '../../api/channels/commands/note-menus.ts'
import { channelToCheck } from '../../api/channels/queries/channel-to-check.ts'
import { readersOf } from '../../api/channels/queries/menu-people.ts'
import type { Acting } from '../../api/context.ts'
import { Refusal } from '../../api/errors.ts'
import { Turned } from '../../api/http/problem.ts'
import { languages } from '../../api/tenants/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import type { Doors } from '../doors.ts'
import { menuOf, type MenuToPut, PlatformGarbled, PlatformRefused, type PutMenus } from './menu.ts'
import { drawMenu } from './picture.ts'

/** Puts the menu below the chats of a channel, in every language; the business's own is everybody's who reads no other. */
export async function putRichMenu(
  acting: Acting,
  doors: Doors,
  it: { channelId: string; picture?: Buffer | undefined },
): Promise<PutMenus> {
  const picture = it.picture ?? drawMenu()
  const { channel, menus, since } = await acting(async (ctx) => {
    const found = await channelToCheck(ctx, it.channelId)
    const tenant = await tenantById(ctx.tenantId)
    const wanted: MenuToPut[] = []
    for (const language of languages.toSorted((one) => (one === tenant.language ? -1 : 0))) {
      const people = language === tenant.language ? [] : await readersOf(ctx, { channelId: it.channelId, language })
      wanted.push({ language, menu: menuOf(tenant, language, picture), people })
    }
    return { channel: found.channel, menus: wanted, since: ctx.now }
  })
  if (typeof channel === 'string') throw new Refusal('channel_not_ready', { why: channel })
  const putMenus = doors[channel.kind]?.putMenus
  if (!putMenus) throw new Refusal('channel_kind_wrong', { kind: channel.kind })
  const put = await putMenus(channel, menus).catch(refused)
  await acting((ctx) => noteMenus(ctx, { channelId: it.channelId, menus: put.menus, since }))
  return put
}

function refused(trouble: unknown): never {
  if (trouble instanceof PlatformGarbled)
    throw new Turned(
      502,
      'platform_garbled',
      'That was no answer of LINE',
      'What came back in LINE’s name is not in its form; the menu that stood there may still stand. Try again in a few minutes. If it stays, something between the desk and LINE answers in its place: check the server’s connection.',
    )
  if (!(trouble instanceof PlatformRefused)) throw trouble
  throw new Turned(
    502,
    'platform_refused',
    'The platform refused it',
    `It said: ${trouble.message}. Check the channel, then try again.`,
  )
}
