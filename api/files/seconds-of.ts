const OPUS_RATE = 48_000
/** Quieter than this nobody speaks, in bytes a second: what does not tell its length is taken to be as long as its size can hold. */
const LEAST_BYTES = 750
/** Richer than this no phone records a voice: what tells less than its size can hold is not believed. */
const MOST_BYTES = 16_000

/** How long a voice note can last, in seconds: as its own bytes tell (Ogg Opus, MP4), else as its platform tells, else by its size. */
export function secondsOf(bytes: Buffer, told?: number): number {
  const own = opusSeconds(bytes) ?? mp4Seconds(bytes) ?? told
  return own !== undefined && own > 0 ? Math.max(own, bytes.length / MOST_BYTES) : bytes.length / LEAST_BYTES
}

/** The last page says how many samples there were up to its end. */
function opusSeconds(bytes: Buffer): number | undefined {
  if (!bytes.subarray(0, 64).includes('OpusHead')) return undefined
  const last = bytes.lastIndexOf('OggS')
  if (last < 0 || last + 14 > bytes.length) return undefined
  return Number(bytes.readBigUInt64LE(last + 6)) / OPUS_RATE
}

function mp4Seconds(bytes: Buffer): number | undefined {
  const movie = boxIn(bytes, 'moov')
  const head = movie && boxIn(movie, 'mvhd')
  const wide = head?.[0] === 1
  if (!head || head.length < (wide ? 32 : 20)) return undefined
  const scale = head.readUInt32BE(wide ? 20 : 12)
  const length = wide ? Number(head.readBigUInt64BE(24)) : head.readUInt32BE(16)
  return scale > 0 ? length / scale : undefined
}

/** What is in the first box of that name, without its own head. */
function boxIn(bytes: Buffer, name: string): Buffer | undefined {
  let at = 0
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at)
    const isLong = size === 1 && at + 16 <= bytes.length
    const whole = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? bytes.length - at : size
    const head = isLong ? 16 : 8
    if (whole < head) return undefined
    if (bytes.toString('latin1', at + 4, at + 8) === name) return bytes.subarray(at + head, at + whole)
    at += whole
  }
  return undefined
}
