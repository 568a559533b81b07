import { hasNone } from '../../contacts/queries/standing.ts'
import type { Ctx } from '../../context.ts'
import { Case, RootCause } from '../model.ts'

const JUST_RESOLVED_MS = 3 * 86_400_000
const MOST_SHOWN = 5

/** A person's own cases that are open, or were resolved within the last three days; the newest five, newest first. */
export const casesOfContact = async (ctx: Ctx, contactId: string): Promise<Case[]> =>
  hasNone(ctx, 'case', contactId)
    ? []
    : Case.query(ctx.trx)
        .where('contact_id', contactId)
        .where((either) => {
          void either
            .whereNotIn('status', ['resolved', 'closed'])
            .orWhere('resolved_at', '>', new Date(ctx.now.getTime() - JUST_RESOLVED_MS))
        })
        .orderBy('opened_at', 'desc')
        .limit(MOST_SHOWN)
        .execute()

export const caseById = (ctx: Ctx, id: string): Promise<Case | undefined> => Case.query(ctx.trx).findById(id).execute()

export const caseByReference = (ctx: Ctx, reference: string): Promise<Case | undefined> =>
  Case.query(ctx.trx).findOne({ reference: reference.toUpperCase() }).execute()

export const rootCauses = (ctx: Ctx): Promise<RootCause[]> => RootCause.query(ctx.trx).orderBy('position').execute()
