import { isSystem, leads, policy } from '../policy.ts'

/** Only whoever leads says what a group is for and what goes there. */
export const groupPolicy = policy({
  purpose: (who) => leads(who) || isSystem(who),
  routes: (who) => leads(who) || isSystem(who),
})
