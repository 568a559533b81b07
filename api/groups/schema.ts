import { z } from 'zod'
import { severities } from '../cases/schema.ts'
import { Tag } from '../http/changed-meanwhile.ts'

const purposes = ['staff', 'vip', 'partner', 'ignore'] as const

/** One rule: everything it names must fit. */
const Route = z
  .strictObject({
    caseType: z.string().min(1).max(100).nullish(),
    category: z.string().min(1).max(100).nullish(),
    provider: z.string().min(1).max(100).nullish(),
    severity: z.enum(severities).nullish(),
    bookingKind: z.string().min(1).max(100).nullish(),
  })
  .refine((it) => Object.values(it).some(Boolean), {
    message: 'Name at least one of caseType, category, provider, severity, bookingKind',
  })

export const RoutesInput = z.object({
  routes: z
    .array(Route)
    .max(100)
    .meta({ description: 'Alternatives: a matter that fits one of them goes here. None: this group has no routes' }),
})

export const PurposeInput = z
  .object({
    purpose: z.enum([...purposes, 'leave']),
    contactId: z.uuid().optional().meta({ description: 'Whose group it is, of a customers’ group' }),
    organisationId: z.uuid().optional(),
    providerId: z.uuid().optional().meta({ description: 'Needed for a partner’s group' }),
  })
  .refine((it) => it.purpose !== 'partner' || it.providerId !== undefined, {
    path: ['providerId'],
    message: 'A partner’s group is the group of one provider: say which',
  })
  .refine((it) => it.purpose === 'partner' || it.providerId === undefined, {
    path: ['providerId'],
    message: 'Only a partner’s group has a provider',
  })
  .refine((it) => it.purpose === 'vip' || (it.contactId === undefined && it.organisationId === undefined), {
    path: ['contactId'],
    message: 'Only a customers’ group is somebody’s',
  })
  .refine((it) => it.contactId === undefined || it.organisationId === undefined, {
    path: ['organisationId'],
    message: 'It is the group of a customer or of a company, not of both',
  })

const groupActions = ['purpose', 'routes'] as const
const Named = z.object({ id: z.uuid(), name: z.string() })

export const GroupView = z
  .object({
    id: z.uuid(),
    channelId: z.uuid(),
    name: z.string().nullable(),
    purpose: z.enum(purposes).nullable(),
    botIsIn: z.boolean(),
    contact: Named.nullable(),
    organisation: Named.nullable(),
    provider: Named.nullable(),
    language: z.enum(['th', 'en', 'ja']).nullable(),
    /** of those who spoke, tapped or joined while the bot was there; the platform names nobody else */
    membersKnown: z.int(),
    routes: z.array(
      z.object({
        caseType: z.string().nullable(),
        category: z.string().nullable(),
        provider: z.string().nullable(),
        severity: z.enum(severities).nullable(),
        bookingKind: z.string().nullable(),
      }),
    ),
    createdAt: z.iso.datetime(),
    can: z.array(z.enum(groupActions)),
    etag: Tag,
  })
  .meta({ id: 'Group' })
export type GroupView = z.infer<typeof GroupView>

export const GroupFilters = z.object({ purpose: z.enum([...purposes, 'none']).optional() })
