import type { Channel } from '../../api/channels/queries.ts'
import type { Address, Door } from '../doors.ts'
import { type Heard, isBubble } from '../heard.ts'

/** Most turns are over long before: nobody should see dots for a blink. */
const SHOWN_AFTER_MS = 300

/**
 * What a person sees at once: that somebody is typing, when an answer takes its time, and that their words were read, once the turn is over.
 * Courtesies of the platform: they never delay the turn, and what goes wrong with them is nobody's trouble.
 */
export function showLife(door: Door, channel: Channel, address: Address, heard: Heard[]): { over: () => void } {
  // while staff have the chat it is theirs to read and to answer
  if (address.kind !== 'direct' || heard.length === 0) return { over: () => undefined }
  const last = heard.findLast(isBubble)
  const timer = door.busy && setTimeout(() => quietly(() => door.busy?.(channel, address, last)), SHOWN_AFTER_MS)
  return {
    over() {
      clearTimeout(timer)
      if (last) quietly(() => door.read?.(channel, last))
    },
  }
}

function quietly(courtesy: () => Promise<void> | undefined): void {
  try {
    void courtesy()?.catch(() => undefined)
  } catch {
    // a courtesy that cannot be shown is none
  }
}
