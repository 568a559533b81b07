import type { Actor } from '../context.ts'
import { isSystem, leads, policy, works } from '../policy.ts'
import { isOpen } from './lifecycle.ts'
import type { Case } from './model.ts'

const owns = (who: Actor, it: Case) => who.kind === 'staff' && who.id === it.ownerId
const isTheirs = (who: Actor, it: Case) => who.kind === 'contact' && who.id === it.contactId

/** Who may do what to a case. The state of the case is lifecycle's matter, except where a button would be pointless. */
export const casePolicy = policy({
  claim: (who, it: Case) => who.kind === 'staff' && works(who) && isOpen(it.status) && !it.ownerId,
  assign: (who, it: Case) => works(who) && isOpen(it.status) && (leads(who) || owns(who, it) || !it.ownerId),
  move: (who, it: Case) => works(who) && isOpen(it.status) && it.status !== 'new',
  note: (who) => works(who),
  resolve: (who, it: Case) => works(who) && isOpen(it.status) && it.status !== 'new',
  close: (who, it: Case) => (works(who) || isSystem(who)) && it.status === 'resolved',
  partner_answer: (who, it: Case) =>
    who.kind === 'partner' && who.id === it.providerId && it.status === 'waiting_provider',
  ask: (who, it: Case) => works(who) && isOpen(it.status),
  retype: (who, it: Case) => works(who) && isOpen(it.status),
  set_severity: (who, it: Case) => works(who) && isOpen(it.status),
  set_provider: (who, it: Case) => works(who) && isOpen(it.status),
  link_order: (who) => works(who),
  escalate: (who, it: Case) => works(who) && isOpen(it.status),
  answered_outside: (who, it: Case) => works(who) && isOpen(it.status),
  not_a_case: (who, it: Case) => works(who) && isOpen(it.status),
  withdraw: (who, it: Case) => isTheirs(who, it) && isOpen(it.status),
  keep: isTheirs,
  reopen: (who, it: Case) => (works(who) || isTheirs(who, it)) && !isOpen(it.status),
})

/** A claim that comes too late is not forbidden, it has been won by somebody: the command says by whom. */
export const mayClaim = (who: Actor): boolean => who.kind === 'staff' && works(who)
