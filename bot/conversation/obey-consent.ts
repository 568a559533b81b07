import type { Ctx } from '../../api/context.ts'
import type { Worded } from '../../api/outbox/schema.ts'
import { startMessages, stopMessages } from '../../api/whatsapp/commands/consent.ts'
import { type Copy, copyIn } from '../copy/copy.ts'
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
  const own = ownCopy(first.wording) ?? copy
  return [text(stopped ? own.whatsapp.stopped(turn.tenant.name) : own.whatsapp.started(turn.tenant.name))]
}

/** หยุดส่งข้อความ and 配信停止 are answered as they were said; STOP is everybody's word, and the chat's language says whose it is here. */
function ownCopy(wording: string): Copy | undefined {
  if (/[\u0e01-\u0e7f]/.test(wording)) return copyIn('th')
  return /[\u3040-\u30ff\u4e00-\u9fff]/.test(wording) ? copyIn('ja') : undefined
}
