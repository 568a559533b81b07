import type { Ctx } from '../context.ts'
import { containing } from '../db/conditions.ts'
import { Provider } from './model.ts'

export const providerById = (ctx: Ctx, id: string): Promise<Provider | undefined> =>
  Provider.query(ctx.trx).findById(id).execute()

export const providerByKey = (ctx: Ctx, key: string): Promise<Provider | undefined> =>
  Provider.query(ctx.trx).findOne({ key }).execute()

/** Also those that are not asked any more. */
export const listProviders = (ctx: Ctx): Promise<Provider[]> => Provider.query(ctx.trx).orderBy('name').execute()

/** Whoever can be asked to fulfil something now, by name. */
export const activeProviders = (ctx: Ctx): Promise<Provider[]> =>
  Provider.query(ctx.trx).where('active', true).orderBy('name').execute()

export async function providersByIds(ctx: Ctx, ids: (string | null)[]): Promise<Map<string, Provider>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  return new Map((await Provider.query(ctx.trx).findByIds(wanted)).map((it) => [it.id, it]))
}

export const providerNames = async (ctx: Ctx, ids: (string | null)[]): Promise<Map<string, string>> =>
  new Map([...(await providersByIds(ctx, ids))].map(([id, it]) => [id, it.name]))

/** By a part of a name, in any language it is known in. */
export const providersNamed = (ctx: Ctx, words: string, most: number): Promise<Provider[]> =>
  Provider.query(ctx.trx)
    .where('active', true)
    .whereRaw(`(name ilike ? or data->>'name_th' ilike ?)`, [containing(words), containing(words)])
    .orderByRaw('lower(name) <> lower(?), name', [words])
    .limit(most)
    .execute()
