import type { Consent, Contact, ContactIdentity } from './model.ts'
import type { ContactView } from './schema.ts'

export const presentContact = (it: Contact, identities: ContactIdentity[], consents: Consent[]): ContactView => ({
  id: it.id,
  name: it.name,
  language: it.language,
  flags: it.flags,
  blocked: it.blockedAt !== null,
  erased: it.erasedAt !== null,
  profile: it.profile,
  identities: identities
    .filter((one) => one.contactId === it.id)
    .map((one) => ({
      kind: one.kind,
      value: one.value,
      proven: one.proven,
      unreachable: one.unreachableAt !== null,
    })),
  consents: consents
    .filter((one) => one.contactId === it.id)
    .map((one) => ({
      kind: one.kind,
      answer: one.answer,
      wording: one.wording,
      wordingVersion: one.wordingVersion,
      language: one.language,
      channelId: one.channelId,
      answeredAt: one.answeredAt.toISOString(),
      withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
    })),
  createdAt: it.createdAt.toISOString(),
  updatedAt: it.updatedAt.toISOString(),
})
