import type { Contact, ContactIdentity } from './model.ts'
import type { ContactView } from './schema.ts'

export const presentContact = (it: Contact, identities: ContactIdentity[]): ContactView => ({
  id: it.id,
  name: it.name,
  language: it.language,
  flags: it.flags,
  blocked: it.blockedAt !== null,
  profile: it.profile,
  identities: identities
    .filter((one) => one.contactId === it.id)
    .map((one) => ({
      kind: one.kind,
      value: one.value,
      proven: one.proven,
      unreachable: one.unreachableAt !== null,
    })),
  createdAt: it.createdAt.toISOString(),
  updatedAt: it.updatedAt.toISOString(),
})
