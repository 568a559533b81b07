import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 240
const HEIGHT = 320

/** A PNG that looks like a bank slip from afar: what people send most. */
export function samplePicture(): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [red, green, blue] = colourAt(x, y)
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3
      rows.set([red, green, blue], at)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number): [number, number, number] {
  if (y < 64) return [71, 59, 48]
  if (Math.hypot(x - WIDTH / 2, y - 112) < 26) return [76, 154, 106]
  const isLine = y >= 160 && y < 290 && y % 24 < 8 && x > 28 && x < (y % 48 < 24 ? 190 : 140)
  return isLine ? [147, 112, 88] : [255, 250, 246]
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
