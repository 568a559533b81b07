import { describe, expect, it, test } from 'vitest'
import type { Notice, Worded } from '../../api/outbox/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { renderForLine } from '../line/render.ts'
import { card, tapsOf, text } from '../messages.ts'
import { useMasterKey } from '../../api/secrets.ts'
import { inBubbles, objectsIn, oneForEach, together } from './together.ts'

useMasterKey(Buffer.alloc(32, 7))
const tap = tapsOf({ tenant: { id: 't' }, now: new Date() })
const copy = copyIn('th')
const options = { copy, heading: copy.news.digest(50), fold: false }
const long = 'เติมเงินไม่เข้าค่ะ โอนตั้งแต่เช้าแล้วยังไม่ได้รับยอดเลย '.repeat(20)
const news = (n: number): Worded[] => [
  text(`🔴 ML-C-${n} เกิน SLA แล้ว`),
  card({
    title: `ML-C-${n} · ${long}`,
    badge: { text: 'ปกติ', tone: n % 2 ? 'good' : 'calm' },
    facts: Array.from({ length: 8 }, (_, index) => ({ label: `ข้อ ${index}`, value: long })),
    body: long,
    acts: Array.from({ length: 6 }, (_, index) => tap(`ปุ่มที่ ${index} ${long}`.slice(0, 40), 'claim', `${n}-${index}`)),
  }),
]

describe('news that goes as one', () => {
  it('is said one by one while there is room', () => {
    expect(together([news(1), news(2)], 5, options)).toEqual([...news(1), ...news(2)])
  })

  it('is one list when there is not, and what is finished comes last', () => {
    const [list, ...more] = together([news(1), news(2), news(3)], 5, options)
    expect(more).toEqual([])
    if (list?.type !== 'list') throw new Error('no list')
    expect(list.text.split('\n')).toHaveLength(4)
    expect(list.cards.map((it) => it.badge?.tone)).toEqual(['calm', 'good', 'good'])
  })

  it('fits LINE beside an answer of three, however much and long it is', () => {
    const answer = [text('ก'), text('ข'), text('ค')]
    const said = Array.from({ length: 50 }, (_, n) => news(n))
    const all = [...answer, ...together(said, 5 - objectsIn(answer), options)]
    const rendered = renderForLine(all, 'group')
    expect(rendered).toHaveLength(5)
    const carousel = rendered[4] as { type: string; contents: { contents: unknown[] } }
    expect(carousel.contents.contents).toHaveLength(10)
    expect(Buffer.byteLength(JSON.stringify(carousel.contents))).toBeLessThanOrEqual(50_000)
    expect((rendered[3] as { text: string }).text).toContain(copy.news.more(30))
  })

  it('is nothing when there is nothing to say', () => {
    expect(together([[], []], 5, options)).toEqual([])
  })
})

const notice = (event: string, about: Partial<Notice> = {}): Notice => ({
  type: 'notice',
  event,
  audience: 'staff',
  facts: {},
  ...about,
})
const a = { caseId: '00000000-0000-7000-8000-00000000000a' }
const b = { caseId: '00000000-0000-7000-8000-00000000000b' }

test.each([
  [
    'the last word of each case',
    [notice('case.claimed', a), notice('case.moved', b), notice('case.moved', a)],
    ['case.moved', 'case.moved'],
  ],
  ['that it is new before what was done since', [notice('case.opened', a), notice('case.moved', a)], ['case.opened']],
  [
    'that it is late before everything',
    [notice('case.opened', a), notice('case.sla_breach', a), notice('case.claimed', a)],
    ['case.sla_breach'],
  ],
  ['every failure', [notice('message.failed', a), notice('message.failed', a)], ['message.failed', 'message.failed']],
  [
    'customer and staff apart',
    [notice('case.claimed', a), notice('case.claimed', { ...a, audience: 'customer' })],
    ['case.claimed', 'case.claimed'],
  ],
])('says %s', (_, notices, events) => {
  expect(oneForEach(notices).map((it) => it.event)).toEqual(events)
})

describe('more texts than one call has bubbles', () => {
  it('stand as they are while there is room, then share bubbles from the last, and nothing is left out', () => {
    const texts = (n: number) => Array.from({ length: n }, (_, index) => text(`คำตอบที่ ${index + 1}`))
    expect(inBubbles(texts(5), 5)).toEqual(texts(5))
    const nine = inBubbles(texts(9), 5)
    expect(objectsIn(nine)).toBe(5)
    expect(nine.map((it) => (it.type === 'text' ? it.text : '')).join('\n\n')).toBe(
      texts(9)
        .map((it) => (it.type === 'text' ? it.text : ''))
        .join('\n\n'),
    )
  })

  it('neither a card, nor a text with buttons, nor what would be too long is joined', () => {
    const asks = text('?', [tap('ใช่', 'menu', 'book')])
    const big = text('ก'.repeat(4_990))
    const said = [card({ title: 'ML-C-1' }), asks, text('1'), big, text('2'), text('3')]
    expect(inBubbles(said, 5)).toEqual([...said.slice(0, 4), text('2\n\n3')])
    expect(inBubbles([big, big], 1)).toEqual([big, big])
  })
})
