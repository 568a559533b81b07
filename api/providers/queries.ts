import type { Ctx } from '../context.ts'
import { Provider } from './model.ts'

export const providerByKey = (ctx: Ctx, key: string): Promise<Provider | undefined> =>
  Provider.query(ctx.trx).findOne({ key }).execute()

/** Whoever can be asked to fulfil something now, by name. */
export const activeProviders = (ctx: Ctx): Promise<Provider[]> =>
  Provider.query(ctx.trx).where('active', true).orderBy('name').execute()

export async function providersByIds(ctx: Ctx, ids: (string | null)[]): Promise<Map<string, Provider>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const found = await Provider.query(ctx.trx).findByIds(wanted)
  return new Map(found.map((it) => [it.id, it]))
}
