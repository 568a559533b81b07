import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { freshLinkCode } from '../fresh-codes.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { addStaff, deactivateStaff, issueLinkCode } from './commands.ts'
import type { Staff } from './model.ts'
import { staffMembers } from './queries.ts'
import { LinkCodeView, MemberView, NewMember } from './schema.ts'

const about = { tag: 'set-up', access: 'staff' } as const
const params = z.object({ key: NewMember.shape.key })
const forAdmins = { 403: 'For admins' } as const

const present = ({ id, key, name, role, language, team }: Staff): z.input<typeof MemberView> => ({
  id,
  key,
  name,
  role,
  language,
  team,
})

async function member(ctx: Ctx, key: string): Promise<Staff> {
  mustSee(ctx)
  const found = (await staffMembers(ctx)).find((it) => it.key === key)
  if (!found) throw new Refusal('not_found')
  return found
}

async function newCode(ctx: Ctx, staffId: string) {
  const linkCode = freshLinkCode()
  const expiresAt = await issueLinkCode(ctx, { staffId, code: linkCode })
  if (!expiresAt) throw new Error('A code that is said once has an end')
  return { linkCode, expiresAt: expiresAt.toISOString() }
}

// A code opens a door: none of these answers is kept for an Idempotency-Key.
export const staffRoutes: Endpoint[] = [
  endpoint('GET /v1/staff', {
    ...about,
    summary: 'Who works here',
    answer: z.object({ items: z.array(MemberView) }),
    handle: async (ctx) => {
      mustSee(ctx)
      return { items: (await staffMembers(ctx)).map(present) }
    },
  }),
  endpoint('POST /v1/staff', {
    ...about,
    summary: 'Add somebody to the staff, with a code that links their LINE account',
    description:
      'The code is shown once and holds for 24 hours. A second call with the same `key` is refused and adds nobody.',
    body: NewMember,
    answer: MemberView.extend(LinkCodeView.shape).meta({ id: 'NewMember' }),
    status: 201,
    also: { ...forAdmins, 409: 'Somebody has, or had, this key' },
    serve: (visit, { body: { team, ...it } }) =>
      visit.asVisitor(async (ctx) => {
        const staffId = await addStaff(ctx, { ...it, ...(team && { team }) })
        return { ...present(await member(ctx, it.key)), ...(await newCode(ctx, staffId)) }
      }),
  }),
  endpoint('POST /v1/staff/:key/link-code', {
    ...about,
    summary: 'A new code for somebody who lost theirs or has a new LINE account',
    params,
    answer: LinkCodeView,
    status: 201,
    also: forAdmins,
    serve: (visit, { params: { key } }) => visit.asVisitor(async (ctx) => newCode(ctx, (await member(ctx, key)).id)),
  }),
  endpoint('POST /v1/staff/:key/deactivate', {
    ...about,
    summary: 'Somebody has left: all their power here ends at once',
    description: 'Taps, pages, codes and a running shift; what they did stays theirs.',
    params,
    also: { ...forAdmins, 409: 'The last admin' },
    handle: async (ctx, { params: { key } }) => {
      await deactivateStaff(ctx, { staffId: (await member(ctx, key)).id })
      return undefined
    },
  }),
]
