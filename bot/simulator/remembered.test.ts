import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aChannel, aStage, card, nan, staffGroup, text, tukta } from './desk.fake.ts'

describe('the phones over a restart', () => {
  let folder = ''
  let file = ''
  let said: string[] = []
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phones-'))
    file = join(folder, 'simulator.json')
    said = []
  })
  afterEach(() => rm(folder, { recursive: true }))
  const start = () => aStage({ remember: { file, say: (line) => said.push(line) } })
  const wordsIn = (chat: { messages: () => { text: string; altText: string }[] }) =>
    chat.messages().map((it) => it.text || it.altText)

  it('shows what was said, who had come, and goes on from there; no token is kept', async () => {
    const first = await start()
    const newcomer = first.sim.addPerson(aChannel.key, { name: 'คนใหม่' })
    await first.sim.chat(aChannel.key, tukta).says('เติมเงินไม่เข้าค่ะ')
    await first.sim.chat(aChannel.key, newcomer.userId).says('สวัสดีค่ะ')
    await first.sim.group(aChannel.key, staffGroup).as(nan).says('รับทราบ')
    await first.call('/v2/bot/message/push', { to: tukta, messages: [text('เปิดเคสแล้วค่ะ'), card] })
    const before = wordsIn(first.sim.chat(aChannel.key, tukta))
    await first.stop()

    const again = await start()
    expect(wordsIn(again.sim.chat(aChannel.key, tukta))).toEqual(before)
    expect(wordsIn(again.sim.chat(aChannel.key, newcomer.userId))).toEqual(['สวัสดีค่ะ'])
    expect(wordsIn(again.sim.group(aChannel.key, staffGroup))).toEqual(['รับทราบ'])
    await again.sim.chat(aChannel.key, newcomer.userId).says('ยังอยู่ไหมคะ')
    expect(wordsIn(again.sim.chat(aChannel.key, newcomer.userId))).toHaveLength(2)
    await again.stop()
    const kept = await readFile(file, 'utf8')
    expect(kept).not.toContain(aChannel.secret)
    expect(kept).not.toContain(aChannel.token)
    expect(said).toEqual([])
    expect(existsSync(`${file}.new`)).toBe(false)
  })

  it('keeps the last of a very long chat only', async () => {
    const first = await start()
    for (let nth = 1; nth <= 70; nth += 1) await first.sim.chat(aChannel.key, tukta).says(`บรรทัดที่ ${nth}`)
    await first.stop()
    const again = await start()
    const words = wordsIn(again.sim.chat(aChannel.key, tukta))
    expect([words.length, words[0], words.at(-1)]).toEqual([60, 'บรรทัดที่ 11', 'บรรทัดที่ 70'])
    await again.stop()
  })

  it.each(['', '{', 'null', '{"version": 0}', '{"version": 1, "people": [], "chats": [{}]}', '\u0000\u0001'])(
    'begins empty with one line where the file holds %j',
    async (bytes) => {
      await writeFile(file, bytes)
      const stage = await start()
      expect(wordsIn(stage.sim.chat(aChannel.key, tukta))).toEqual([])
      await stage.stop()
      expect(said).toEqual([expect.stringContaining('simulator.json cannot be used')])
    },
  )

  it('says it when it cannot be kept, and stops all the same', async () => {
    const stage = await aStage({
      remember: { file: join(folder, 'nowhere', 'x.json'), say: (line) => said.push(line) },
    })
    await stage.sim.chat(aChannel.key, tukta).says('x')
    await stage.stop()
    expect(said).toEqual([expect.stringContaining('cannot be written')])
  })
})
