const MEGABYTE = 1024 * 1024
const MOST = { image: 5 * MEGABYTE, other: 16 * MEGABYTE }
const PATIENCE_MS = 10_000

/** What Twilio finds at the address of a file that is to be sent: what it is, or by its own number why it cannot go. */
export type OutboundFile = { type: string; trouble?: number }

/** Fetches from the desk as a stranger would: without any password. */
export async function fetchOutbound(address: string): Promise<OutboundFile> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    const size = (await answer.arrayBuffer()).byteLength
    if (!answer.ok || size === 0) return { type, trouble: 63019 }
    const most = type.startsWith('image/') ? MOST.image : MOST.other
    return size > most ? { type, trouble: 11751 } : { type }
  } catch {
    return { type: '', trouble: 63019 }
  }
}

/** How WhatsApp shows a file of this type. */
export function shapeOf(type: string): 'image' | 'video' | 'audio' | 'file' {
  const [kind] = type.split('/')
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file'
}
