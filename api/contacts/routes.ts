import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { languages } from '../tenants/schema.ts'
import { consentsOf, contactById, identitiesOf, listContacts } from './queries.ts'
import { presentContact } from './presenter.ts'
import { ContactView } from './schema.ts'

const about = { tag: 'contacts', access: 'staff' } as const

export const contactRoutes: Endpoint[] = [
  endpoint('GET /v1/contacts', {
    ...about,
    summary: 'List customers',
    description: '`search` looks in names and identities.',
    query: listQuery({ language: z.enum(languages).optional() }, ['createdAt', 'updatedAt', 'name'], '-createdAt'),
    answer: pageOf(ContactView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listContacts(ctx, query)
      const ids = rows.map((it) => it.id)
      const [identities, consents] = [await identitiesOf(ctx, ids), await consentsOf(ctx, ids)]
      return asPage(
        rows.map((it) => presentContact(it, identities, consents)),
        total,
        query,
      )
    },
  }),
  endpoint('GET /v1/contacts/:contactId', {
    ...about,
    summary: 'One customer',
    params: z.object({ contactId: z.uuid() }),
    answer: ContactView,
    handle: async (ctx, { params }) => {
      mustSee(ctx)
      const found = await contactById(ctx, params.contactId)
      if (!found) throw new Refusal('not_found')
      return presentContact(found, await identitiesOf(ctx, [found.id]), await consentsOf(ctx, [found.id]))
    },
  }),
]
