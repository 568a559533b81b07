import { z } from 'zod'
import { sendTest } from '../../api/channels/commands/send-test.ts'
import { type Endpoint, endpoint } from '../../api/http/endpoint.ts'
import { languageOfActor } from '../../api/staff/queries.ts'
import { languages } from '../../api/tenants/schema.ts'
import { connectCopyIn } from '../copy/connect/copy.ts'
import type { Doors } from '../doors.ts'
import { putRichMenu } from '../rich-menu/put.ts'
import { MenuPicture } from '../rich-menu/menu.ts'
import { checkChannel } from './check.ts'
import { FindingView } from './findings.ts'

const about = { tag: 'channels', access: 'staff', params: z.object({ channelId: z.uuid() }) } as const

const Checked = z
  .object({
    fit: z.boolean().meta({ description: 'Nothing is left to fix; what is to be looked at may remain' }),
    findings: z.array(FindingView),
  })
  .meta({ id: 'ChannelChecked' })

const MenuPut = z
  .object({
    menus: z.partialRecord(z.enum(languages), z.string()).meta({ description: 'The platform’s ids' }),
    linked: z.int().meta({ description: 'People who read another language than the business and got their own menu' }),
  })
  .meta({ id: 'ChannelMenuPut' })

const To = z.union([z.strictObject({ group: z.uuid() }), z.strictObject({ staff: z.uuid() })], {
  error: 'Is {"group": "…"} or {"staff": "…"}, with an id that the recipients of the channel list',
})

/** What asks the platform about a channel, or says something through it. */
export const connectRoutes = (doors: Doors): Endpoint[] => [
  endpoint('POST /v1/channels/:channelId/check', {
    ...about,
    summary: 'Check a channel with its platform',
    description:
      'Asks whether the credentials work, who the account is, and where it delivers; sets the desk’s webhook address if none is set (with `takeOver` also over another one) and has it tested. What no API tells comes as `look`, with where to look.',
    body: z.strictObject({
      takeOver: z.boolean().default(false),
      language: z.enum(languages).optional().meta({ description: 'Else that of whoever asks' }),
    }),
    answer: Checked,
    serve: (visit, { params: { channelId }, body }) => checkChannel(visit.asVisitor, doors, { channelId, ...body }),
  }),
  endpoint('POST /v1/channels/:channelId/test-message', {
    ...about,
    summary: 'Send a test message to a staff group or a linked member of staff',
    description: 'It costs what a push costs. `GET /v1/outbox` says what became of it.',
    body: z.strictObject({ to: To }),
    answer: z.object({ parcelId: z.uuid() }),
    status: 202,
    handle: async (ctx, { params: { channelId }, body: { to } }) => {
      const language = await languageOfActor(ctx)
      return { parcelId: await sendTest(ctx, { channelId, to, language, text: connectCopyIn(language).test }) }
    },
  }),
  endpoint('POST /v1/channels/:channelId/rich-menu', {
    ...about,
    summary: 'Put the menu below the chat, in each language',
    description:
      'Four buttons: report, book, status, a person. The picture is drawn unless one is given (PNG, in base64), which is then divided into four from left to right. Everybody gets the business’s language, and who is known to read another one gets theirs. Doing it again replaces it.',
    body: z.strictObject({ picture: MenuPicture.optional() }),
    answer: MenuPut,
    also: { 502: 'The platform refused it' },
    serve: (visit, { params: { channelId }, body }) => putRichMenu(visit.asVisitor, doors, { channelId, ...body }),
  }),
]
