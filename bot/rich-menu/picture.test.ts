import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { MenuPicture } from './menu.ts'
import { drawMenu, HEIGHT, WIDTH } from './picture.ts'
import { pngOf, sizeOfPng } from './png.ts'

const white = [[255, 255, 255]] as const
const sized = (width: number, height: number) => pngOf(width, height, white, () => 0).toString('base64')

test('the drawn menu is a small PNG with ink in each of its four parts', () => {
  const picture = drawMenu()
  expect(sizeOfPng(picture)).toEqual({ width: WIDTH, height: HEIGHT })
  expect(picture.length).toBeLessThan(50_000)
  const from = picture.indexOf('IDAT', 0, 'latin1')
  const rows = inflateSync(picture.subarray(from + 4, from + 4 + picture.readUInt32BE(from - 4)))
  const ink = [0, 0, 0, 0]
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      if (rows[y * (WIDTH + 1) + 1 + x] === 2) ink[Math.floor(x / 300)] = (ink[Math.floor(x / 300)] ?? 0) + 1
  for (const part of ink) expect(part).toBeGreaterThan(3_000)
  expect(MenuPicture.parse(picture.toString('base64'))).toEqual(picture)
})

test.each([
  [sized(799, 400), /799/],
  [sized(2501, 843), /2501/],
  [sized(1200, 240), /at least 250/],
  [sized(1200, 900), /1.45/],
  [Buffer.from('GIF89a').toString('base64'), /not a PNG/],
  ['***', /./],
  ['A'.repeat(1_000_000), /700 KB/],
])('a picture that LINE would not take is refused with what is wrong', (picture, why) => {
  expect(MenuPicture.safeParse(picture).error?.message).toMatch(why)
})
