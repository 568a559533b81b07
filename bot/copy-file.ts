import { channelById } from '../api/channels/queries.ts'
import { copyLater, fileGone, refuseFile, storeBytes, takeFile } from '../api/files/commands/copy-file.ts'
import type { Copying } from '../api/files/schema.ts'
import { tenantById } from '../api/tenants/queries.ts'
import type { Doors } from './doors.ts'
import { lookForSlip } from './look-for-slip.ts'
import { readUpTo } from './read-up-to.ts'

export type CopyNeeds = {
  doors: Doors
  report: (trouble: unknown, about: Record<string, unknown>) => string
}

/** Copies one file from its platform into the storage, or notes why not yet, or why never. Safe to repeat. */
export async function copyFile(needs: CopyNeeds, it: { tenantId: string; fileId: string }): Promise<void> {
  const file = await takeFile(it)
  if (!file) return
  try {
    await copy(needs, file)
  } catch (trouble) {
    // told once: a storage that is away for an hour is one line for each file, not one for each try
    if (file.attempts === 1) needs.report(trouble, it)
    await copyLater(file)
  }
}

async function copy({ doors }: CopyNeeds, file: Copying): Promise<void> {
  const channel = await channelById(file.channelId)
  const door = channel && doors[channel.kind]
  // a channel that is switched off may be switched on again
  if (!channel) return copyLater(file)
  if (!door?.media) return fileGone(file, 'expired')
  const fetched = await door.media(channel, file.origin)
  if (fetched.state === 'not yet') return copyLater(file)
  if (fetched.state === 'gone') return fileGone(file, fetched.why)
  const { mostFileMb } = (await tenantById(file.tenantId)).settings
  const bytes = await readUpTo(mostFileMb * 1_000_000, fetched)
  if (!bytes) return refuseFile(file, 'too_large')
  if (isNoMedia(file, bytes, fetched.declared))
    // not the customer's doing: asked for again later
    throw new Error(`${channel.kind} answered ${bytes.length} bytes of ${fetched.declared} instead of ${file.kind}`)
  const kept = await storeBytes(file, bytes)
  if (kept && file.kind === 'image') await lookForSlip(file, { contentType: kept.contentType, bytes })
}

/** Words or nothing instead of a picture, a sound or a video: a page or a notice that somebody in between put there. A file may be anything. */
const isNoMedia = (file: Copying, bytes: Buffer, declared = ''): boolean =>
  file.kind !== 'file' && (bytes.length === 0 || /^(text\/html|application\/json)\b/i.test(declared))
