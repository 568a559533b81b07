import type { Ctx } from '../context.ts'
import { containing } from '../db/conditions.ts'
import { Organisation } from './model.ts'

export const organisationById = (ctx: Ctx, id: string): Promise<Organisation | undefined> =>
  Organisation.query(ctx.trx).findById(id).execute()

/** By a part of a name, in any language. */
export const organisationsNamed = (ctx: Ctx, words: string, most: number): Promise<Organisation[]> =>
  Organisation.query(ctx.trx)
    .where('active', true)
    .whereRaw('(name ilike ? or names::text ilike ?)', [containing(words), containing(words)])
    .orderByRaw('lower(name) <> lower(?), name', [words])
    .limit(most)
    .execute()
