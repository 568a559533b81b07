import { describe, expect, it } from 'vitest'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import { refusalOf } from '../simulator/line/limits.ts'
import { cut, cutGraphemes } from '../cut.ts'
import { renderForLine } from './render.ts'

const tap = (label: string): Act => ({ do: 'tap', label, data: 'b1.x.y' })
const many = (count: number, label = 'ปุ่มที่มีชื่อยาวเกินกว่าที่ไลน์จะรับได้จริง ๆ นะคะ') =>
  Array.from({ length: count }, () => tap(label))
const long = 'ยาวมากค่ะ 👨‍👩‍👧‍👦 '.repeat(900)

const messages: [string, Worded][] = [
  ['a word', { type: 'text', text: 'สวัสดีค่ะ' }],
  ['a huge text with too many choices', { type: 'text', text: long, acts: many(20) }],
  [
    'a card with everything too long',
    {
      type: 'card',
      title: long,
      subtitle: long,
      badge: { text: 'วิกฤต', tone: 'critical' },
      facts: Array.from({ length: 12 }, () => ({ label: long, value: long })),
      body: long.slice(0, 9_000),
      acts: many(8),
    },
  ],
  ['a card of nothing', { type: 'card', title: '', facts: [{ label: 'x', value: '' }], acts: [] }],
  [
    'a list of twenty',
    {
      type: 'list',
      text: long,
      cards: Array.from({ length: 20 }, () => ({ type: 'card' as const, title: 'ทัวร์', facts: [], acts: many(1) })),
      acts: many(3),
    },
  ],
  ['an empty list', { type: 'list', text: 'ว่าง', cards: [] }],
  [
    'a date question',
    {
      type: 'date',
      text: 'วันไหนคะ',
      label: 'เลือกวันที่ที่สะดวกมากที่สุดสำหรับคุณ',
      data: 'b1.x',
      min: '2026-11-21',
      initial: '2026-11-21',
      max: '2027-11-21',
      acts: many(15),
    },
  ],
  [
    'a form link',
    { type: 'form', text: 'เปิดฟอร์ม', label: 'กรอก', url: 'https://desk.example/liff/book/?ref=x', acts: many(2) },
  ],
  ['an image', { type: 'image', url: 'https://desk.example/a.jpg' }],
]

describe('what leaves for LINE', () => {
  for (const where of ['direct', 'group'] as const)
    it.each(messages)(`is within LINE’s limits in a ${where}: %s`, (_, message) => {
      const rendered = renderForLine([message], where)
      expect(rendered.length).toBeGreaterThan(0)
      expect(refusalOf(rendered)).toBeUndefined()
    })

  it('is at most five objects', () => {
    expect(
      renderForLine(
        Array.from({ length: 9 }, () => ({ type: 'text' as const, text: 'x' })),
        'direct',
      ),
    ).toHaveLength(5)
  })

  it('shows choices as buttons in a group, where quick replies do not show on a PC', () => {
    const [inGroup] = renderForLine([{ type: 'text', text: 'ยืนยันไหมคะ', acts: [tap('ยืนยัน')] }], 'group')
    expect(inGroup).toMatchObject({ type: 'flex' })
    expect(JSON.stringify(inGroup)).toContain('ยืนยัน')
  })

  it('cuts at characters as people see them', () => {
    expect(cutGraphemes('ก็ได้นะ', 3)).toBe('ก็ไ…')
    expect(cutGraphemes('👍🏽👍🏽', 2)).toBe('👍🏽👍🏽')
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12)).toBe('👨‍👩‍👧‍👦…')
    expect(cut('สั้น', 10)).toBe('สั้น')
  })
})
