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
    await guest.says('I would like to book Angkor at Dawn on 12 January for me, my wife and two kids')
    expect((await guest.hears('Shall I send it?')).text).toContain('4 people')
    await guest.says('can you add 2 more please')
    expect((await guest.hears('6 people')).text).toContain('US$4,140')
    await guest.says('sorry, one of us can’t come')
    await guest.hears('5 people')
    await guest.says('one of us is a child')
    const back = await guest.hears('one of us is a child')
    expect(back.text).toContain('5 people')
    await guest.says('yes please')
    await guest.hears(/ATP-\d+/)
    expect(desk.troubles).toEqual([])
  })

  it('what they eat and where they sit goes with the request, whatever is asked just then', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`Ivy ${app}`, 'en')
    await guest.says('angkor at dawn for 3 in january')
    await guest.hears('Which day in January 2027?')
    await guest.says('we’re vegetarians')
    await guest.hears('Got it: we’re vegetarians. Which day in January 2027?')
    await guest.says('12 january')
    expect((await guest.hears('Shall I send it?')).text).toContain('we’re vegetarians')
    const other = desk.business('vschool', app).newcomer(`แพร ${app}`, 'th')
    await other.says('อยากเรียนราเมนค่ะ')
    await other.hears('กี่ท่านคะ')
    await other.says('แพ้กุ้งนะคะ')
    await other.hears('รับทราบค่ะ (แพ้กุ้งนะคะ) กี่ท่านคะ')
    await other.says('my last class was cancelled and nobody told me, I want my money back')
    await other.hears(/CS-\d+/)
    expect(desk.troubles).toEqual([])
  })

  it('in Thai and Japanese, too', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`นก ${app}`, 'th')
    await guest.says('จองอังกอร์ยามรุ่งอรุณวันที่ 12 มกราคม ผมกับภรรยาค่ะ')
    expect((await guest.hears('ส่งเลยไหมคะ')).text).toContain('2 ท่าน')
    await guest.says('ขอเพิ่มอีกคนนึงค่ะ')
    await guest.hears('3 ท่าน')
    await guest.says('あと2人追加でお願いします')
    await guest.hears('5名様')
    expect(desk.troubles).toEqual([])
  })
})
