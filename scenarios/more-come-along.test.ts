import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ quietMs: 40 })
})
afterAll(() => desk.end())

describe.each(apps)('over the finished request (on %s)', (app) => {
  it('who comes along is added, who cannot come is taken off, and some of them are a note', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`Sam ${app}`, 'en')
    await guest.says('I would like to book Slow Mekong on 20 December for me, my wife and two kids')
    expect((await guest.hears('Shall I send it?')).text).toContain('4 people')
    await guest.says('can you add 2 more please')
    expect((await guest.hears('6 people')).text).toContain('US$8,100')
    await guest.says('sorry, one of us can’t come')
    await guest.hears('5 people')
    await guest.says('one of us is a child')
    const back = await guest.hears('one of us is a child')
    expect(back.text).toContain('5 people')
    await guest.says('yes please')
    await guest.hears(/ATP-\d+/)
    expect(desk.troubles).toEqual([])
  })

  it('in Thai and Japanese, too', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`นก ${app}`, 'th')
    await guest.says('จองสโลว์แม่น้ำโขงวันที่ 20 ธันวาคม ผมกับภรรยาค่ะ')
    expect((await guest.hears('ส่งเลยไหมคะ')).text).toContain('2 ท่าน')
    await guest.says('ขอเพิ่มอีกคนนึงค่ะ')
    await guest.hears('3 ท่าน')
    await guest.says('あと2人追加でお願いします')
    await guest.hears('5名様')
    expect(desk.troubles).toEqual([])
  })
})
