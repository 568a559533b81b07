import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { samplePicture } from '../bot/simulator/sample-picture.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, saidSince } from './all-quiet.ts'

const CONTENT = /^\/v2\/bot\/message\/\d+\/content$/

describe('pictures and files (Meelike)', () => {
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    desk = await aDesk({ quietMs: 60 })
  })
  afterAll(() => desk.end())
  beforeEach(() => desk.simulator.faults.clear())

  const someone = () => desk.business('meelike').newcomer(`คนที่ ${(n += 1)}`, 'th')
  const filesOf = (userId: string) =>
    desk.ask(
      `select f.*, m.case_id, m.booking_id, k.reference from files f join messages m on m.id = f.message_id
       join conversations c on c.id = m.conversation_id left join cases k on k.id = m.case_id
       where c.source_id = $1 order by m.happened_at, f.id`,
      [userId],
    )
  const filesWhen = (userId: string, states: string[]) =>
    vi.waitUntil(
      async () => {
        const rows = await filesOf(userId)
        return rows.map((row) => String(row['state'])).join() === states.join() ? rows : undefined
      },
      { timeout: 12_000, interval: 50 },
    )

  it('a slip before the words belongs to the case that the words open, and lies on the disk as it was sent', async () => {
    const { group } = desk.business('meelike')
    const person = someone()
    await person.image()
    await person.hears('เป็นเรื่องอะไร')
    await person.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว')
    const reference = /ML-C-\d+/.exec((await person.hears(/ML-C-\d+/)).text)?.[0] ?? ''
    await group.hears(reference)
    const [file] = await filesWhen(person.userId, ['stored'])
    expect(file).toMatchObject({ kind: 'image', content_type: 'image/png', reference })
    expect(await readFile(join(desk.files, String(file?.['storage_key'])))).toEqual(samplePicture())

    await person.image()
    await filesWhen(person.userId, ['stored', 'stored'])
    await group.hears(reference)
    expect((await filesOf(person.userId)).map((row) => row['reference'])).toEqual([reference, reference])
  })
})
