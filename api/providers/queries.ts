import type { Ctx } from '../context.ts'
import { Provider } from './model.ts'

export const providerById = (ctx: Ctx, id: string): Promise<Provider | undefined> =>
  Provider.query(ctx.trx).findById(id).execute()
