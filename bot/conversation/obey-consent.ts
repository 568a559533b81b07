import type { Ctx } from '../../api/context.ts'
import type { Worded } from '../../api/outbox/schema.ts'
import { startMessages, stopMessages } from '../../api/whatsapp/commands/consent.ts'
import type { Copy } from '../copy/copy.ts'
import type { Heard } from '../heard.ts'
import { text } from '../messages.ts'
import type { Turn } from './room.ts'

/** STOP and START are obeyed before anything else, and confirmed once. Nothing is answered for what is neither, or START from the start. */
export async function obeyConsent(
  ctx: Ctx,
  turn: Turn,
  first: Heard,
  contactId: string,
  copy: Copy,
): Promise<Worded[] | undefined> {
  if (first.kind !== 'stopped' && first.kind !== 'started') return undefined
  const said = {
    channelId: turn.channel.id,
    sourceId: turn.input.conversation.sourceId,
    contactId,
    wording: first.wording,
  }
  const stopped = first.kind === 'stopped'
  const news = stopped ? await stopMessages(ctx, said) : await startMessages(ctx, said)
  if (!news && !stopped) return undefined
  if (!news || first.told) return []
  return [text(stopped ? copy.whatsapp.stopped(turn.tenant.name) : copy.whatsapp.started(turn.tenant.name))]
}
