import { z } from 'zod'
import type { StaffRole } from '../context.ts'
import { languages } from '../tenants/schema.ts'
import { written } from '../written.ts'

export const staffRoles = [
  'admin',
  'manager',
  'agent',
  'accountant',
  'operations',
  'executive',
  'partner',
] as const satisfies readonly StaffRole[]

/** Somebody new among the staff. */
export const NewMember = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'Up to 40 lower-case letters, digits, hyphens and underscores'),
  name: written(100, 'Is needed'),
  role: z.enum(staffRoles, `Is one of ${staffRoles.join(', ')}`),
  language: z.enum(languages, 'Is th, en or ja'),
  team: written(60).optional(),
})

export const MemberView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    role: z.enum(staffRoles),
    language: z.enum(languages),
    team: z.string().nullable(),
  })
  .meta({ id: 'Member' })

/** Said once, here: only its hash is kept. */
export const LinkCodeView = z
  .object({
    linkCode: z.string().meta({ description: 'They say `link CODE` to the bot in a 1:1 chat, once' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'LinkCode' })
