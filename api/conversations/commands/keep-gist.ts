import type { Ctx } from '../../context.ts'
import { MessageRow } from '../model.ts'

/** What a message says in the language of the staff; not of one that was taken back or changed while it was read. */
export async function keepGist(ctx: Ctx, it: { messageId: string; of: string; gist: string }): Promise<void> {
  await MessageRow.query(ctx.trx)
    .where({ id: it.messageId, body: it.of })
    .whereNull('removed_at')
    .patch({ gist: it.gist })
}
