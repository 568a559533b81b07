import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { ownBusiness } from './own-business.ts'

const own = (th: string, en: string, label = en) => ({ label: { th, en: label }, question: { th, en } })
const set: [path: string, body: object][] = [
  ['case-types/no_net', { names: { en: 'Wi-Fi or internet down', th: 'เน็ตใช้ไม่ได้' }, slaMinutes: 20 }],
  ['case-types/hot', { names: { en: 'Room too hot, equipment broken', th: 'แอร์หรืออุปกรณ์เสีย' }, slaMinutes: 45 }],
  ['case-types/door', { names: { en: 'Door card does not work', th: 'บัตรเข้าประตูใช้ไม่ได้' }, slaMinutes: 15 }],
  ['case-types/bill', { names: { en: 'Wrong invoice', th: 'ใบแจ้งหนี้ผิด' }, slaMinutes: 480 }],
  [
    'items/i1',
    { type: 'room', name: 'Atrium', names: { th: 'ห้องเอเทรียม' }, priceMinor: 90_000, pricePer: 'hour', maxPeople: 12 },
  ],
  [
    'items/i2',
    { type: 'room', name: 'Nook', names: { th: 'ห้องนุก' }, priceMinor: 35_000, pricePer: 'hour', maxPeople: 4 },
  ],
  [
    'items/i3',
    {
      type: 'room',
      name: 'Podcast studio',
      names: { th: 'ห้องอัดพอดแคสต์' },
      priceMinor: 60_000,
      pricePer: 'hour',
      maxPeople: 3,
    },
  ],
  [
    'items/i4',
    {
      type: 'drink',
      name: '18.9-litre bottle',
      names: { th: 'น้ำถัง 18.9 ลิตร' },
      aliases: ['ถังใหญ่'],
      priceMinor: 6_500,
      pricePer: 'piece',
    },
  ],
  [
    'items/i5',
    {
      type: 'drink',
      name: 'Pack of 12 x 600 ml',
      names: { th: 'แพ็ค 600 มล. 12 ขวด' },
      priceMinor: 4_800,
      pricePer: 'piece',
    },
  ],
  ['items/i6', { type: 'clean', name: 'Scaling', names: { th: 'ขูดหินปูน' }, priceMinor: 90_000 }],
  ['items/i7', { type: 'clean', name: 'Whitening', names: { th: 'ฟอกสีฟัน' }, priceMinor: 450_000 }],
  [
    'booking-kinds/k1',
    {
      names: { en: 'Meeting room', th: 'จองห้องประชุม' },
      itemTypes: ['room'],
      slaMinutes: 30,
      requiredSlots: ['item', 'date', 'time', 'party_size', 'how_long'],
      slotWords: { how_long: own('ใช้กี่ชั่วโมงคะ', 'For how many hours?') },
    },
  ],
  [
    'booking-kinds/k2',
    {
      names: { en: 'Water delivery', th: 'สั่งน้ำ' },
      itemTypes: ['drink'],
      slaMinutes: 60,
      requiredSlots: ['item', 'how_many', 'date', 'address', 'phone'],
      slotWords: { how_many: own('รับกี่ถังหรือกี่แพ็คคะ', 'How many?'), address: own('ส่งที่ไหนคะ', 'Where to?') },
    },
  ],
  [
    'booking-kinds/k3',
    {
      names: { en: 'Dental appointment', th: 'นัดหมอฟัน' },
      itemTypes: ['clean'],
      slaMinutes: 60,
      requiredSlots: ['item', 'date'],
    },
  ],
  ['booking-kinds/request', { names: { en: 'Other', th: 'อื่น ๆ' }, slaMinutes: 60, active: false }],
]

/** Nobody has given it an example: what it calls its things is all there is. */
describe('a business that is known by its names alone', () => {
  let desk: Desk
  let says: Awaited<ReturnType<typeof ownBusiness>>['hears']
  beforeAll(async () => {
    desk = await aDesk()
    const business = await ownBusiness(desk, 'names', 'en')
    await business.setUp(set)
    says = business.hears
  })
  afterAll(() => desk.end())

  it('is asked for a thing by a part of its name, in words that need not be a sentence', async () => {
    expect((await says('scaling', 'อยากขูดหินปูนค่ะ')).said).toContain('ต้องการวันไหนคะ')
    expect((await says('mic', 'สนใจห้องอัดเสียงครับ')).said).toContain('ต้องการวันไหน')
    const asked = await says('price', 'สนใจห้องอัดเสียงครับ ชั่วโมงละเท่าไหร่')
    expect(asked.said).toContain('ห้องอัดพอดแคสต์')
    expect(asked.said).toContain('฿600 ต่อชั่วโมง')
    expect((await says('price', 'จองพุธหน้า 14.00 มากัน 2 คน')).said).toContain('ใช้กี่ชั่วโมงคะ')
  })

  it('takes the only room that so many fit into, and says what an hour of it costs and no sum', async () => {
    const { said } = await says('eight', 'Hi! Need a room for 8 people on Tuesday 10am', '3 hours')
    expect(said).toMatch(/Atrium[\s\S]*Price: THB\s900 an hour/)
    expect(said).not.toContain('Total')
  })

  it('reads how many where it is told, and puts no number of a phone or question into an answer of another kind', async () => {
    expect((await says('water', 'สั่งน้ำถังใหญ่ 5 ถังค่ะ ส่งพรุ่งนี้')).said).toContain('ส่งที่ไหนคะ')
    const open = await says('water', '0823334455')
    expect(open.said).not.toContain('ขอทวนรายละเอียด')
    const packs = await says('packs', 'ขอแพ็คเล็ก 600 มล.')
    expect(packs.said).toContain('รับกี่ถังหรือกี่แพ็คคะ')
    expect((await says('packs', 'บ้านเลขที่')).said).toContain('รับกี่ถังหรือกี่แพ็คคะ')
    expect((await says('packs', 'สิบแพ็คค่ะ')).said).toContain('ต้องการวันไหนคะ')
  })

  it('hears a trouble by a part of its name', async () => {
    const { became, said } = await says(
      'down',
      'the wifi on the 2nd floor keeps dropping, I have a client call in 10 min',
    )
    expect(became).toBe('case')
    expect(said).toContain('Wi-Fi or internet down')
  })

  it('greets nobody who tells what went wrong with a thing, and asks which trouble it is', async () => {
    const { became, said } = await says('tooth', 'เมื่อวานขูดหินปูนมา วันนี้ปวดหนักกว่าเดิมเลย กินข้าวไม่ไหว')
    expect([became, said]).toEqual([expect.stringMatching(/answer|case/), expect.not.stringContaining('ยินดีให้บริการ')])
    expect(said).not.toContain('ต้องการวันไหน')
  })

  it('takes nothing for a wish that went wrong, asks something else, or greets', async () => {
    for (const words of [
      'good morning',
      'ขอบคุณค่ะ',
      'the room was dirty and nobody came',
      'do you have a vegan menu?',
    ]) {
      const { said } = await says(`none ${words}`, words)
      expect([words, /which day|ต้องการวันไหน|how many people/i.test(said)]).toEqual([words, false])
    }
  })
})
