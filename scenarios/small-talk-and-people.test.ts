import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signTap } from '../bot/taps.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, howMany, saidSince } from './all-quiet.ts'

const SMALL_TALK = {
  th: ['สวัสดีค่ะ', 'ขอบคุณค่ะ', 'กฟหดเ ฟหกด', 'รับปล่อยกู้ดอกต่ำ แอดไลน์ @moneyfast ด่วน!!'],
  en: ['hello', 'thanks a lot', 'asdkjh qwe zxmnb', 'win a free iphone click http://spam.example now!!!'],
  ja: [
    'こんにちは',
    'ありがとうございます',
    'ぬるぽがっ',
    '副業で月収100万円稼げます https://spam.example 無料プレゼント',
  ],
} as const
const FRAGMENTS = {
  th: ['ฉันกับแฟน', 'ทะเล', '500', 'พรุ่งนี้เช้า'],
  en: ['me and my wife', 'beach', '500', 'my husband'],
  ja: ['妻と私', 'ビーチ', '500円', '明日の朝'],
} as const
const NO_RAW_KEY = /waiting_customer|party_size|duration_nights|undefined|\[object|\{\w+\}/

describe('small talk, and people who want people', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('greetings, thanks, stickers, nonsense and spam open nothing, anywhere, in any language', async () => {
    const before = await howMany(desk)
    const guests = ['meelike', 'prime', 'vschool', 'asiatravelplan', 'chapter2'].flatMap((key) =>
      (['th', 'en', 'ja'] as const).map((language) => ({
        language,
        chat: desk.business(key).newcomer(`${key} ${language}`, language),
      })),
    )
    for (const turn of [0, 1, 2, 3]) {
      await Promise.all(guests.map(({ chat, language }) => chat.says(SMALL_TALK[language][turn] ?? '')))
      await allQuiet(desk)
    }
    await Promise.all(guests.map(({ chat }) => chat.sticker()))
    await allQuiet(desk)
    expect(await howMany(desk)).toEqual(before)
    for (const { chat, language } of guests) {
      const said = saidSince(chat, 0)
      expect(said.join('\n')).not.toMatch(NO_RAW_KEY)
      expect(said[0]).toMatch({ th: /ยินดีให้บริการ/, en: /^Hello, this is/, ja: /^こんにちは、/ }[language])
      expect(said[1]).toMatch({ th: /ยินดีค่ะ/, en: /You’re welcome/, ja: /どういたしまして/ }[language])
      expect(said.length).toBeLessThanOrEqual(4)
    }
    expect(desk.troubles).toEqual([])
  })

  it('half a sentence is no emergency and no wish for a person, anywhere, in any language', async () => {
    const before = await howMany(desk)
    const guests = ['meelike', 'prime', 'vschool', 'asiatravelplan', 'chapter2'].flatMap((key) =>
      (['th', 'en', 'ja'] as const).map((language) => ({
        language,
        chat: desk.business(key).newcomer(`half ${key} ${language}`, language),
      })),
    )
    for (const turn of [0, 1, 2, 3]) {
      await Promise.all(guests.map(({ chat, language }) => chat.says(FRAGMENTS[language][turn] ?? '')))
      await allQuiet(desk)
    }
    expect(await howMany(desk)).toEqual(before)
    expect(await desk.ask(`select 1 from conversations where mode = 'staff'`)).toEqual([])
    for (const { chat } of guests) expect(saidSince(chat, 0).join('\n')).not.toMatch(NO_RAW_KEY)
    expect(desk.troubles).toEqual([])
  })

  it('a person is a word or a tap away: then the bot is silent and the staff are told', async () => {
    for (const [key, language, words] of [
      ['meelike', 'th', 'ขอคุยกับเจ้าหน้าที่หน่อยค่ะ'],
      ['asiatravelplan', 'en', 'I want to speak with a human please'],
      ['vschool', 'ja', '担当者と話したいです'],
    ] as const) {
      const { newcomer, group } = desk.business(key)
      const guest = newcomer(`wants a person ${key}`, language)
      await guest.says(words)
      await guest.hears(
        { th: /เจ้าหน้าที่จะตอบในแชตนี้/, en: /A person will write to you here/, ja: /担当者に連絡いたしました/ }[language],
      )
      await group.hears(`wants a person ${key}`)
      const heard = guest.messages().length
      await guest.says({ th: 'เติมเงินไม่เข้าค่ะ', en: 'are you there?', ja: 'まだですか' }[language])
      await group.hears(`wants a person ${key}`)
      await allQuiet(desk)
      expect(saidSince(guest, heard)).toEqual([])
    }
    const guest = desk.business('asiatravelplan').newcomer('Taps', 'en')
    await guest.says('hi')
    await guest.hears(/Hello/)
    await guest.taps('Talk to a person')
    await guest.hears('A person will write to you here')
    const modes = await desk.ask(`select count(*)::int as count from conversations where mode = 'staff'`)
    expect(modes[0]).toMatchObject({ count: 4 })
    expect(desk.troubles).toEqual([])
  })

  it.each(apps)(
    'what staff say in their group is their own until one of them taps, previews and sends (to %s)',
    async (app) => {
      const { newcomer, group, staff, stranger } = desk.business('meelike', app)
      const guest = newcomer('น้องเมย์', 'th')
      await guest.says('ขอคุยกับเจ้าหน้าที่หน่อยค่ะ')
      await guest.hears('เจ้าหน้าที่จะตอบ')
      await group.hears('น้องเมย์')
      const heard = guest.messages().length

      await stranger.taps('ตอบลูกค้า')
      await group.hears('ยังไม่รู้จักบัญชีนี้')
      await staff('nan_admin').says('ใครว่างบ้าง ลูกค้าคนนี้น่ารักมาก')
      await staff('nan_admin').taps('ตอบลูกค้า')
      await group.hears(/คุณแนน .*ร่างถึง น้องเมย์/)
      await staff('ton').says('ผมไม่ว่างนะ')
      await stranger.says('ส่งให้หน่อย')
      await staff('nan_admin').says('สวัสดีค่ะ แอดมินแนนค่ะ')
      const preview = await group.hears('ถึง น้องเมย์')
      expect(preview.text).toContain('แอดมินแนนค่ะ')
      await allQuiet(desk)
      expect(saidSince(guest, heard)).toEqual([])

      await staff('ton').taps('ส่ง')
      await group.hears('กดส่งหรือยกเลิกเอง')
      await stranger.taps('ส่ง')
      await group.hears('ยังไม่รู้จักบัญชีนี้')
      await staff('nan_admin').taps('ส่ง', { eventId: `nan-sends-${app}` })
      await staff('nan_admin').taps('ส่ง', { eventId: `nan-sends-${app}`, redelivery: true })
      await guest.hears('สวัสดีค่ะ แอดมินแนนค่ะ')
      await group.hears('ส่งถึง น้องเมย์')
      await staff('nan_admin').taps('ส่ง')
      await group.hears('ไม่มีข้อความรอส่ง')

      // a draft that is not sent is not sent
      await staff('nan_admin').taps('ตอบลูกค้า')
      await group.hears('ร่างถึง')
      await staff('nan_admin').says('อันนี้ไม่ส่งดีกว่า')
      await group.hears('อันนี้ไม่ส่งดีกว่า')
      await staff('nan_admin').taps('ไม่ส่ง')
      await group.hears('ไม่ได้ส่งค่ะ')
      await staff('nan_admin').says('คุยกันเองต่อ')
      await allQuiet(desk)
      expect(saidSince(guest, heard)).toEqual(['สวัสดีค่ะ แอดมินแนนค่ะ'])

      await staff('nan_admin').taps('คืนให้บอต')
      await guest.hears('บอตกลับมาดูแลต่อแล้ว')
      await staff('nan_admin').taps('คืนให้บอต')
      await group.hears('อยู่กับบอตแล้ว')
      await guest.says('ขอบคุณค่ะ')
      await guest.hears('ยินดีค่ะ')
      const [kept] = await desk.ask(
        `select count(*)::int as count from messages where author = 'staff' and body like '%แอดมินแนน%' and conversation_id = $1`,
        [await conversationOf(desk, guest)],
      )
      expect(kept).toMatchObject({ count: 1 })
      expect(desk.troubles).toEqual([])
    },
  )

  it('buttons nobody gave out, or of another business, do nothing', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('ช่างลอง', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    await guest.hears(/ML-C-\d+/)
    await group.hears(/ML-C-\d+/)
    const [row] = await desk.ask(
      `select c.id, c.tenant_id from cases c order by c.opened_at desc, c.reference desc limit 1`,
    )
    const other = (await desk.ask(`select id from tenants where key = 'prime'`))[0]?.['id'] as string
    const channel = desk.business('meelike').tenant.line
    const tapped = (data: string, source: object, n: number) =>
      desk.simulator.sendRaw(
        channel.key,
        JSON.stringify({
          destination: channel.botUserId,
          events: [
            {
              type: 'postback',
              webhookEventId: `forged-${n}`,
              timestamp: Date.now(),
              mode: 'active',
              deliveryContext: { isRedelivery: false },
              source,
              postback: { data },
            },
          ],
        }),
      )
    const sealedElsewhere = signTap(other, new Date('2026-11-20T03:00:00Z'), 'claim', String(row?.['id']))
    const inGroup = { type: 'group', groupId: group.groupId, userId: staff('nan_admin').userId }
    const inChat = { type: 'user', userId: guest.userId }
    const sealedHere = signTap(
      String(row?.['tenant_id']),
      new Date('2026-11-20T03:00:00Z'),
      'claim',
      String(row?.['id']),
    )
    await tapped(sealedElsewhere, inGroup, 1)
    await tapped(`${sealedHere.slice(0, -3)}abc`, inGroup, 2)
    // a customer may not do what staff do, even with a button of theirs
    await tapped(sealedHere, inChat, 3)
    await allQuiet(desk)
    const [after] = await desk.ask(`select status, owner_id from cases where id = $1`, [row?.['id']])
    expect(after).toMatchObject({ status: 'new', owner_id: null })
    expect(desk.troubles).toEqual([])
  })
})
