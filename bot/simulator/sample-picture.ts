import { pngOf } from '../rich-menu/png.ts'

const WIDTH = 240
const HEIGHT = 320
const [HEAD, STAMP, LINE, PAPER] = [0, 1, 2, 3]
const COLOURS = [
  [71, 59, 48],
  [76, 154, 106],
  [147, 112, 88],
  [255, 250, 246],
] as const

/** A PNG that looks like a bank slip from afar: what people send most. */
export const samplePicture = (): Buffer => pngOf(WIDTH, HEIGHT, COLOURS, colourAt)

function colourAt(x: number, y: number): number {
  if (y < 64) return HEAD
  if (Math.hypot(x - WIDTH / 2, y - 112) < 26) return STAMP
  const isLine = y >= 160 && y < 290 && y % 24 < 8 && x > 28 && x < (y % 48 < 24 ? 190 : 140)
  return isLine ? LINE : PAPER
}
