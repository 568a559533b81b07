import type { Wish } from '../engines/road.ts'
import { isSurelyCritical, isWorthAsking, SURE_ALONE } from '../engines/when-to-ask.ts'
import { wishOf } from '../engines/wish.ts'
import type { Understanding } from '../understanding.ts'

export const askingWhys = ['unsure', 'always', 'sure', 'critical', 'switched_off', 'only_suggests', 'no_model'] as const

/** Whether a language model would be asked about a message, and why (not). */
export type Asking = { would: boolean; why: (typeof askingWhys)[number]; order: string[] }

/** As the tenant wishes it now: tells of each reading of the local engine whether a model would be asked. */
export async function askingOf(tenantId: string): Promise<(local: Understanding) => Asking> {
  const wish = await wishOf(tenantId)
  return (local) => ({ ...asking(wish, local), order: wish.models.map((one) => `${one.provider}:${one.model}`) })
}

function asking(wish: Wish, local: Understanding): Omit<Asking, 'order'> {
  const no = (why: Asking['why']) => ({ would: false, why })
  if (wish.models.length === 0) return no('no_model')
  if (wish.switch === 'off') return no('switched_off')
  if (isSurelyCritical(local)) return no('critical')
  if (!isWorthAsking(local, wish.always)) return no('sure')
  if (wish.switch === 'suggest') return no('only_suggests')
  return { would: true, why: isSureAlone(local) ? 'always' : 'unsure' }
}

/** So sure that in `auto` no model is asked. */
export const isSureAlone = (it: Understanding): boolean => it.confidence >= SURE_ALONE
