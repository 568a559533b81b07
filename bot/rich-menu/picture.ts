import { pngOf } from './png.ts'

export const WIDTH = 1200
export const HEIGHT = 405
const TILE = 300
/** of a pictogram, from its middle */
const REACH = 90

const PAPER = 0
const GAP = 1
const INK = 2
const palette = [
  [255, 250, 246],
  [226, 214, 203],
  [72, 94, 84],
] as const

type Shape = (x: number, y: number) => boolean

const box =
  (left: number, top: number, right: number, bottom: number): Shape =>
  (x, y) =>
    x >= left && x <= right && y >= top && y <= bottom
const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius
const all =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    shapes.some((shape) => shape(x, y))
const without =
  (shape: Shape, ...holes: Shape[]): Shape =>
  (x, y) =>
    shape(x, y) && !holes.some((hole) => hole(x, y))

/** A triangle on its base, as warning signs are. */
const triangle =
  (half: number): Shape =>
  (x, y) =>
    y <= half * 0.8 && y >= -half && Math.abs(x) <= ((y + half) / (1.8 * half)) * half

const report = without(triangle(90), box(-8, -30, 8, 25), disc(0, 48, 10))
const calendar = without(
  all(box(-80, -70, 80, 80), box(-50, -90, -34, -70), box(34, -90, 50, -70)),
  box(-66, -34, 66, 66),
)
const days = all(...[-40, 0, 40].flatMap((x) => [-8, 32].map((y) => disc(x, y, 11))))
const list = all(...[-55, 0, 55].flatMap((y) => [disc(-68, y, 13), box(-40, y - 9, 84, y + 9)]))
const person = all(disc(0, -42, 38), (x, y) => y >= 10 && y <= 84 && Math.hypot(x / 1.1, y - 84) <= 74)

/** In the order of the menu's choices: report, book, status, a person. */
const pictograms: readonly Shape[] = [report, all(calendar, days), list, person]

/**
 * Four pictograms in a row. Drawn here, by nobody's package: words in three scripts would need a text engine and fonts of tens of
 * megabytes, while a calendar is a calendar in every language. A business that wants its own words gives its own picture.
 */
export const drawMenu = (): Buffer =>
  pngOf(WIDTH, HEIGHT, palette, (x, y) => {
    const tile = Math.floor(x / TILE)
    if (tile > 0 && x % TILE < 2) return GAP
    const [dx, dy] = [(x % TILE) - TILE / 2, y - HEIGHT / 2]
    const isInk = Math.max(Math.abs(dx), Math.abs(dy)) <= REACH && pictograms[tile]?.(dx, dy)
    return isInk ? INK : PAPER
  })
