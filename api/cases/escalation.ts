import type { StaffRole } from '../context.ts'

type Member = { id: string; key: string; role: StaffRole }
type Situation = { named: string[]; onShift: Set<string>; owner: string | null; actor: string | null }

/**
 * Who takes what is too much for others: whom the tenant named, else a manager, else an admin; who is on shift comes first. A lead who has
 * it already keeps it; nobody escalates to themselves.
 */
export function leadToEscalateTo<M extends Member>(members: M[], it: Situation): M | undefined {
  const named = it.named.flatMap((key) => members.filter((member) => member.key === key))
  const leads = named.length
    ? named
    : (['manager', 'admin'] as const).flatMap((role) => members.filter((member) => member.role === role))
  const having = leads.find((lead) => lead.id === it.owner && lead.id !== it.actor)
  if (having) return having
  const others = leads.filter((lead) => lead.id !== it.actor)
  return others.find((lead) => it.onShift.has(lead.id)) ?? others[0]
}
