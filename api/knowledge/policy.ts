import { isSystem, leads, policy, works } from '../policy.ts'
import type { Article } from './model.ts'

/** What is said in the business's name is decided by those who answer for the desk; whoever works there may write it down. */
export const articlePolicy = policy<'change' | 'publish' | 'retire', Pick<Article, 'status'>>({
  change: (who, it) => isSystem(who) || leads(who) || (works(who) && it.status === 'draft'),
  publish: (who, it) => (isSystem(who) || leads(who)) && it.status !== 'published',
  retire: (who, it) => (isSystem(who) || leads(who)) && it.status !== 'retired',
})
