import { noteToken } from '../../api/channels/commands/note-account.ts'
import { channelById, type ChannelKind, channelsToProbe } from '../../api/channels/queries.ts'
import { inTenant, system } from '../../api/context.ts'
import { tellElsewhere } from '../../api/notifications/commands/tell-elsewhere.ts'
import { connectCopyIn } from '../copy/connect/copy.ts'
import type { Doors } from '../doors.ts'

/** So often a token is tried. */
const EVERY_MINUTES = 15
const AT_ONCE = 50

/** Tries the tokens that nobody has tried for a while. The staff hear of one that turns out to be refused: once, and on another channel. */
export async function watchTokens(doors: Doors): Promise<void> {
  const kinds = (Object.keys(doors) as ChannelKind[]).filter((kind) => doors[kind]?.probe)
  for (const { id, tenantId, name } of await channelsToProbe({ kinds, afterMinutes: EVERY_MINUTES, most: AT_ONCE })) {
    const state = await probe(doors, id)
    await inTenant(tenantId, system, async (ctx) => {
      const refused = await noteToken(ctx, { channelId: id, state })
      if (!refused) return
      const text = (language: 'th' | 'en' | 'ja') => connectCopyIn(language).tokenRefused(name)
      await tellElsewhere(ctx, { notOn: id, event: 'channel.token_refused', text })
    })
  }
}

async function probe(doors: Doors, channelId: string) {
  try {
    const channel = await channelById(channelId)
    return (channel && (await doors[channel.kind]?.probe?.(channel))) ?? 'unreachable'
  } catch {
    // credentials that cannot be read say nothing about the token; the check names them
    return 'unreachable'
  }
}
