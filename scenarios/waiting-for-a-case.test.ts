import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, howMany } from './all-quiet.ts'

const told = {
  th: {
    trouble: 'เติมเงิน 500 แล้วเครดิตยังไม่เข้าเลยค่ะ',
    asks: 'นานจัง เมื่อไหร่จะได้คะ',
    mine: /ทีมงานได้รับ ML-C-\d+ แล้ว กำลังจะมีคนเข้ามาดูแลค่ะ ตั้งเป้าแก้ไขให้เสร็จภายใน \d\d:\d\d น\./,
    taken: /คุณแนน .*กำลังดูแล ML-C-\d+ อยู่ค่ะ \(กำลังตรวจสอบ\)/,
    late: /^ขออภัยที่ให้รอนานนะคะ .*เร่งทีมงานให้แล้วค่ะ$/m,
    arrived: 'เข้าแล้วค่าาา ขอบคุณนะคะ',
    glad: /ดีใจด้วยค่ะ แจ้งทีมงานให้แล้วว่า ML-C-\d+ เรียบร้อยนะคะ/,
  },
  en: {
    trouble: 'I topped up 500 baht and the credit has not arrived',
    asks: 'how much longer?',
    mine: /Our team has ML-C-\d+ and will take it up shortly\. Our target is to have it sorted by \d\d:\d\d\./,
    taken: /Nan.* is looking after ML-C-\d+ \(being checked\)/,
    late: /^I’m sorry you’ve had to wait\. .*just reminded the team\.$/m,
    arrived: 'It arrived, thank you!',
    glad: /I’m glad to hear that! I’ve told the team that ML-C-\d+ has come right\./,
  },
  ja: {
    trouble: 'チャージした500バーツがまだ反映されません',
    asks: 'あとどのくらいかかりますか？',
    mine: /担当チームが承っております。まもなく担当者がつきます。\d\d:\d\dまでの解決を目指しております。/,
    taken: /(?:Nan|ナン).*が担当しております/,
    late: /^お待たせしてしまい、申し訳ございません。.*改めて連絡いたしました。$/m,
    arrived: '届きました。ありがとうございます！',
    glad: /安心いたしました。ML-C-\d+が解決したことを担当チームに伝えました。/,
  },
} as const

describe.each(apps)('waiting for a case, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it.each(['th', 'en', 'ja'] as const)('who asks how long hears who has it and until when: %s', async (language) => {
    const words = told[language]
    const { newcomer, group, staff } = desk.business('meelike', app)
    const guest = newcomer(`waits ${language}`, language)
    await guest.says(words.trouble)
    const reference = /ML-C-\d+/.exec((await guest.hears(/ML-C-\d+/)).text)?.[0] ?? ''
    await group.hears(reference)
    const cases = await howMany(desk)

    await guest.says(words.asks)
    await guest.hears(words.mine)
    expect((await group.hears(words.asks)).text).toContain(reference)
    await staff('nan_admin').taps('รับเคส')
    await guest.hears(reference)
    await guest.says(words.asks)
    await guest.hears(words.taken)
    await desk.later(20 * 60_000)
    await guest.says(words.asks)
    await guest.hears(words.late)

    await guest.says(words.arrived)
    await guest.hears(words.glad)
    expect((await group.hears(words.arrived)).text).toContain(reference)
    await allQuiet(desk)
    expect(await howMany(desk)).toEqual(cases)
    expect(desk.troubles).toEqual([])
  })

  it('who waits for nothing is told of nothing', async () => {
    const guest = desk.business('meelike', app).newcomer('waits for nothing', 'th')
    await guest.says('ถึงไหนแล้วคะ')
    // or, where it may be something that is known elsewhere, an offer to look for it
    await guest.hears(/ตอนนี้ไม่มีเรื่องค้างอยู่|ในแชตนี้ไม่พบรายการนั้น/)
    expect(desk.troubles).toEqual([])
  })
})
