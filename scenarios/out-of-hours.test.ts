import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

const HOUR = 3_600_000

describe.each(['line', 'whatsapp'] as const)('outside business hours, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
    // from Friday at ten to Saturday at nine in the evening: closed until Monday at nine
    await desk.later(35 * HOUR)
  })
  afterAll(() => desk.end())
  const trips = () => desk.business('asiatravelplan', app)

  it('who wants a person is told when we are open again, in their words and our time', async () => {
    const wishes = {
      en: [
        'Could I talk to a person please?',
        'open again from Mon 23 Nov 09:00. A person will write to you here then.',
      ],
      th: ['ขอคุยกับเจ้าหน้าที่ค่ะ', /นอกเวลาทำการ เปิดอีกครั้ง จ(?:\.|ันทร์) 23 พ\.ย\. 09:00 น\. นะคะ/],
      ja: ['担当者と話したいです', '11月23日(月) 09:00の営業開始後'],
    } as const
    for (const [language, [wish, promise]] of Object.entries(wishes)) {
      const guest = trips().newcomer(`Guest ${language}`, language as keyof typeof wishes)
      await guest.says(wish)
      await guest.hears(promise)
    }
    expect(desk.troubles).toEqual([])
  })

  it('nobody came before the idle time was over: the bot is back, and the promise stands', async () => {
    const guest = trips().newcomer('Late Larry', 'en')
    await guest.says('Could I talk to a person please?')
    await guest.hears('open again from Mon 23 Nov 09:00')
    await desk.later(HOUR)
    await guest.hears(/here again in the meantime.*open again from Mon 23 Nov 09:00/)
    await allQuiet(desk)
    expect(desk.troubles).toEqual([])
  })

  it('who was answered outside the desk has had their answer', async () => {
    const guest = trips().newcomer('Outside Otto', 'en')
    await guest.says('Could I talk to a person please?')
    await guest.hears('open again from Mon 23 Nov 09:00')
    const { group, staff } = desk.business('asiatravelplan')
    await group.hears('Outside Otto')
    await staff('rowan').taps('Answered elsewhere')
    await group.hears('Outside Otto has been answered elsewhere')
    await desk.later(HOUR)
    await guest.hears('I’m back to help')
    await allQuiet(desk)
    expect(desk.troubles).toEqual([])
  })

  it('who is at work all the same is not denied; once open nothing is said of hours', async () => {
    const { staff, group } = desk.business('asiatravelplan')
    await staff('rowan').says('on shift')
    await group.hears(/on shift/i)
    const early = trips().newcomer('Early Erin', 'en')
    await early.says('Could I talk to a person please?')
    await early.hears('until then I’ll stay quiet')
    await staff('rowan').says('off shift')
    await allQuiet(desk)
    await desk.later(37 * HOUR)
    const guest = trips().newcomer('Monday Mo', 'en')
    await guest.says('Could I talk to a person please?')
    await guest.hears('until then I’ll stay quiet')
    await desk.later(HOUR)
    await guest.hears('I’m back to help')
    expect(desk.troubles).toEqual([])
  })
})
