import { type Ctx, perTransaction } from '../../context.ts'

type Matter = 'case' | 'booking'

const none = perTransaction((): Record<Matter, Set<string>> => ({ case: new Set(), booking: new Set() }))

/** What a transaction knows of a person without asking: that no case or booking of theirs is alive. */
export const noteNone = (ctx: Ctx, of: Matter, contactId: string): void => void none(ctx)[of].add(contactId)

/** From here on there is one. */
export const noteOne = (ctx: Ctx, of: Matter, contactId: string): void => void none(ctx)[of].delete(contactId)

export const hasNone = (ctx: Ctx, of: Matter, contactId: string): boolean => none(ctx)[of].has(contactId)

const met = perTransaction(() => new Set<string>())

/** The person was met by this very transaction: nobody else knows of them before it commits. */
export const noteMet = (ctx: Ctx, contactId: string): void => void met(ctx).add(contactId)

/** Nobody can be at work for them at the same time. */
export const isNobodyElses = (ctx: Ctx, contactId: string): boolean => met(ctx).has(contactId)
