import type { Recording } from '../../llm/language-model.ts'
import { secondsOf } from '../seconds-of.ts'
import { sniff } from '../sniff.ts'

/** What the platform says of a voice note before anybody looked at it. */
export type Claimed = { form: Recording['contentType']; seconds?: number }

/** A voice note by its bytes: nothing when they are something else. What cannot be told from the bytes is as its platform says. */
export async function recordingIn(bytes: Buffer, claimed: Claimed): Promise<Recording | undefined> {
  const { contentType, refused } = await sniff(bytes)
  if (refused) return undefined
  const form = formOf(contentType) ?? (contentType === 'application/octet-stream' ? claimed.form : undefined)
  return form && { contentType: form, bytes, seconds: secondsOf(bytes, claimed.seconds) }
}

function formOf(contentType: string): Recording['contentType'] | undefined {
  if (contentType.startsWith('audio/ogg')) return 'audio/ogg'
  // a recording may come in the box of a film
  return /^(?:audio\/(?:x-m4a|mp4)|video\/mp4)\b/.test(contentType) ? 'audio/mp4' : undefined
}
