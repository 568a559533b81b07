import { contactsNamed } from '../../api/contacts/queries.ts'
import type { Ctx } from '../../api/context.ts'
import { customersIn } from '../../api/groups/queries.ts'
import { organisationsNamed } from '../../api/organisations/queries.ts'
import { providersNamed } from '../../api/providers/queries.ts'

export type Owner = { kind: 'contact' | 'organisation' | 'provider'; id: string; name: string }

const MOST = 5
const MOST_LOOKED_AT = 20

/** Whose group it may be, by a part of a name that somebody typed. */
export async function ownersNamed(ctx: Ctx, purpose: 'vip' | 'partner', words: string, most = MOST): Promise<Owner[]> {
  if (purpose === 'partner')
    return (await providersNamed(ctx, words, most)).map((it) => ({ kind: 'provider', id: it.id, name: it.name }))
  const companies = await organisationsNamed(ctx, words, most)
  const people = await contactsNamed(ctx, words, most)
  return [
    ...companies.map((it): Owner => ({ kind: 'organisation', id: it.id, name: it.name })),
    ...people.map((it): Owner => ({ kind: 'contact', id: it.id, name: it.name })),
  ].slice(0, most)
}

/** Whose group it may be, by who sits in it and what it is called ("Prime x Siam Orbit"). */
export async function ownersOf(
  ctx: Ctx,
  purpose: 'vip' | 'partner',
  it: { conversationId: string; groupName: string; tenantName: string },
): Promise<Owner[]> {
  const parts = tellingParts(it.groupName, it.tenantName)
  const longest = parts.toSorted((one, other) => other.length - one.length)[0]
  const alike = longest ? await ownersNamed(ctx, purpose, longest, MOST_LOOKED_AT) : []
  const named = alike.filter((one) => parts.every((part) => one.name.toLowerCase().includes(part)))
  const seen = purpose === 'vip' ? await customersIn(ctx, it.conversationId) : []
  const companies = seen.flatMap((one): Owner[] =>
    one.organisationId && one.organisation
      ? [{ kind: 'organisation', id: one.organisationId, name: one.organisation }]
      : [],
  )
  const people = seen.map((one): Owner => ({ kind: 'contact', id: one.contactId, name: one.name }))
  const all = [...named, ...companies, ...people]
  return all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index).slice(0, MOST)
}

const EMPTY = new Set(['x', 'vip', 'and', 'the', 'group', 'team', 'กลุ่ม', 'ทีม', 'กับ', 'グループ', '様'])

/** The words of a group's name that say whose it is: without the business's own and those that are in every name. */
export function tellingParts(groupName: string, tenantName: string): string[] {
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean)
  const own = new Set(words(tenantName))
  return words(groupName).filter((word) => word.length > 1 && !own.has(word) && !EMPTY.has(word))
}
