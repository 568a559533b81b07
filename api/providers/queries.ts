import type { Ctx } from '../context.ts'
import { containing } from '../db/conditions.ts'
import { Provider } from './model.ts'

export const providerById = (ctx: Ctx, id: string): Promise<Provider | undefined> =>
  Provider.query(ctx.trx).findById(id).execute()

export async function providerNames(ctx: Ctx, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  return new Map((await Provider.query(ctx.trx).findByIds(wanted)).map((it) => [it.id, it.name]))
}

/** By a part of a name, in any language it is known in. */
export const providersNamed = (ctx: Ctx, words: string, most: number): Promise<Provider[]> =>
  Provider.query(ctx.trx)
    .where('active', true)
    .whereRaw(`(name ilike ? or data->>'name_th' ilike ?)`, [containing(words), containing(words)])
    .orderByRaw('lower(name) <> lower(?), name', [words])
    .limit(most)
    .execute()
