import { asPostgresSaid } from './as-postgres-said.ts'

/** Connection lost, server starting or full, deadlock, lock not had: SQLSTATE classes and codes. */
const passing = /^(08|53|57P|58|40001|40P01|55P03|25P03|25P04)/
const network = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']

// pg and knex give these no code
const lost = /connection (terminated|ended|error)|not queryable|(acquiring|acquire) a connection|trying to connect/i

/** Trouble of the surroundings, not of what was being done: the same try is right again later. */
export function isPassing(trouble: unknown): boolean {
  if (!(trouble instanceof Error)) return false
  const { code: said } = asPostgresSaid(trouble)
  const code = typeof said === 'string' ? said : ''
  if (passing.test(code) || network.includes(code)) return true
  return lost.test(trouble.message)
}
