import { record, type Subject } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { withdrawFiles } from '../../files/commands/remove-bytes.ts'
import { keepPeriods } from '../../keep-periods.ts'
import { forgetInOutbox } from '../../outbox/commands/forget-words.ts'
import { MessageRow } from '../model.ts'
import { eraseEvents, eraseEventsById } from './erase-events.ts'
import { type Forgotten, forgetWords } from './forget-words.ts'
import { readingIn } from './keep-reading.ts'

/** A message of a conversation, as its platform names it; `mark` is what its raw events hold, and those of no other. */
export type Taken = {
  conversation: Subject
  channelId: string
  sourceId: string
  externalId: string
  mark: string
  /** reads the words of a raw event: of messages that were heard and not kept (group talk) */
  wordsOf: (raw: Buffer) => string
}

/** Somebody took a message back. Its words, its files and every copy of them go; that something was withdrawn stays. */
export async function withdrawMessage(ctx: Ctx, it: Taken): Promise<Forgotten[]> {
  const rows = await rowsOf(ctx, it)
  const raw = await eraseEvents(ctx, it)
  record(ctx, it.conversation, 'message.withdrawn', { externalId: it.externalId })
  if (rows.length === 0) {
    // it may still be on its way: then it is known as withdrawn when it comes
    await keepMark(ctx, it, { kind: 'withdrawn', happenedAt: ctx.now, removedAt: ctx.now })
    return forgetTalk(ctx, it, raw)
  }
  const forgotten: Forgotten[] = []
  for (const row of rows.filter((one) => !one.removedAt)) {
    const words = row.body ?? readingIn(row)?.words ?? ''
    await row.$query(ctx.trx).patch({ body: null, content: null, removedAt: ctx.now })
    await withdrawFiles(ctx, [row.id])
    forgotten.push(await forgetWords(ctx, row, words, 'withdrawn'))
  }
  return forgotten
}

/** Somebody changed a message. The newest words stand, whatever order the news came in; older ones are gone. */
export async function editMessage(
  ctx: Ctx,
  it: Taken & { text: string; at: Date; eventIds: string[] },
): Promise<Forgotten[]> {
  const [row] = await rowsOf(ctx, it)
  if (!row) {
    const raw = await eraseEvents(ctx, it)
    await keepMark(ctx, it, { kind: 'edited', happenedAt: it.at, editedAt: it.at })
    return forgetTalk(ctx, it, raw)
  }
  const isOld = row.removedAt !== null || (row.editedAt ?? row.happenedAt) > it.at
  if (isOld) {
    await eraseEventsById(ctx, it.eventIds)
    return []
  }
  await eraseEvents(ctx, it)
  const before = row.body ?? ''
  // a mark of a message that was heard and not kept stays without words
  const body = row.kind === 'edited' ? null : it.text.replaceAll('\u0000', '').toWellFormed()
  await row.$query(ctx.trx).patch({ body, editedAt: it.at })
  if (before === it.text || row.kind === 'edited') return []
  record(ctx, it.conversation, 'message.edited', { externalId: it.externalId })
  return [await forgetWords(ctx, row, before, 'edited')]
}

/** Which of these messages are known already: taken back or edited before they came, or told twice. */
export async function knownAmong(ctx: Ctx, it: { conversationId: string; externalIds: string[] }): Promise<string[]> {
  const rows = await MessageRow.query(ctx.trx)
    .select('external_id')
    .where('conversation_id', it.conversationId)
    .whereIn('external_id', it.externalIds)
  return rows.flatMap((row) => row.externalId ?? [])
}

const rowsOf = (ctx: Ctx, it: Taken): Promise<MessageRow[]> =>
  MessageRow.query(ctx.trx)
    .where({ tenant_id: ctx.tenantId, external_id: it.externalId, conversation_id: it.conversation.id })
    .forUpdate()
    .execute()

const keepMark = (
  ctx: Ctx,
  it: Taken,
  mark: Pick<MessageRow, 'kind' | 'happenedAt'> & Partial<Pick<MessageRow, 'editedAt' | 'removedAt'>>,
) =>
  MessageRow.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    conversationId: it.conversation.id,
    direction: 'in',
    author: 'customer',
    externalId: it.externalId,
    ...mark,
  })

/** Group talk is kept nowhere but in the raw events and in what answered it here: a preview of a reply that was never sent. */
async function forgetTalk(ctx: Ctx, it: Taken, raw: Buffer[]): Promise<Forgotten[]> {
  const all = raw.map((bytes) => it.wordsOf(bytes)).filter((words) => words.trim())
  for (const words of all) {
    // the words of older ones have been thrown away
    const since = new Date(ctx.now.getTime() - keepPeriods.sentWordsDays * 86_400_000)
    const where = { conversationId: it.conversation.id, caseId: null, bookingId: null }
    await forgetInOutbox(ctx, { words, since, here: true, ...where })
  }
  return all.map((words) => ({ words, stillSaid: '' }))
}
