import { expect, it } from 'vitest'
import { onceIn } from './every.ts'

it('what is due once in so long is due when the clock was moved, and not before', async () => {
  let [now, done] = [1_000, 0]
  const work = onceIn(
    600_000,
    () => now,
    async () => void (done += 1),
  )
  await work()
  await work()
  now += 599_999
  await work()
  expect(done).toBe(1)
  now += 25 * 3_600_000
  await work()
  await work()
  expect(done).toBe(2)
})

it('is tried again as late as ever when it failed', async () => {
  let now = 0
  let tries = 0
  const work = onceIn(
    600_000,
    () => now,
    async () => {
      tries += 1
      throw new Error('no answer')
    },
  )
  await expect(work()).rejects.toThrow('no answer')
  await work()
  expect(tries).toBe(1)
  now = 600_000
  await expect(work()).rejects.toThrow('no answer')
})
