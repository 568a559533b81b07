/** A voice note as a phone records it, without the voice: LINE's is MP4, WhatsApp's Ogg Opus. It tells its own length. */
export const sampleVoice = (form: 'm4a' | 'ogg', seconds = 3): Buffer => (form === 'm4a' ? mp4(seconds) : opus(seconds))

const SOUND = Buffer.alloc(512, 0x5a)

const box = (name: string, content: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length + 8)
  return Buffer.concat([size, Buffer.from(name, 'latin1'), content])
}

function mp4(seconds: number): Buffer {
  const head = Buffer.alloc(100)
  head.writeUInt32BE(1_000, 12)
  head.writeUInt32BE(Math.round(seconds * 1_000), 16)
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom', 'latin1')),
    box('moov', box('mvhd', head)),
    box('mdat', SOUND),
  ])
}

function opus(seconds: number): Buffer {
  const head = Buffer.from('OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0', 'latin1')
  return Buffer.concat([page(0, head), page(seconds, SOUND.subarray(0, 255))])
}

/** One page of Ogg that ends so many seconds into the sound. */
function page(seconds: number, content: Buffer): Buffer {
  const head = Buffer.alloc(28)
  head.write('OggS', 'latin1')
  head.writeBigUInt64LE(BigInt(Math.round(seconds * 48_000)), 6)
  head[26] = 1
  head[27] = content.length
  return Buffer.concat([head, content])
}
