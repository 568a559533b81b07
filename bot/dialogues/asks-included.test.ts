import { describe, expect, it } from 'vitest'
import { asksIncluded, besideParts, holds, partsIn } from './asks-included.ts'

describe('what is asked of a price', () => {
  it.each([
    ['is lunch included?', ['lunch']],
    ['Hi! is lunch included in the Ayutthaya boat trip?', ['lunch', 'boat']],
    ['does the price include park fees and a guide?', ['guide', 'tickets']],
    ['are flights in the price?', ['flights']],
    ['รวมอาหารกลางวันไหมคะ', ['lunch']],
    ['ทัวร์เชียงรายรวมตั๋วเครื่องบินไหม', ['flights']],
    ['ราคานี้รวมที่พักกับอาหารด้วยหรือเปล่าครับ', ['meals', 'stay']],
    ['มีรถรับส่งไหมคะ', ['ride']],
    ['ค่าเข้าชมต้องจ่ายเพิ่มไหม', ['tickets']],
    ['昼食は付きますか', ['lunch']],
    ['食事は料金に含まれていますか', ['meals']],
    ['入場料は別途かかりますか', ['tickets']],
    ['包午餐吗', ['lunch']],
    ['费用包含机票吗？', ['flights']],
    ['ทำวีซ่าให้ด้วยใช่ไหมคะ', ['visa']],
    ['do we need to sort the park passes ourselves?', ['tickets']],
    ["what's in the price?", []],
    ['what is included?', []],
    ["what's not included?", []],
    ['ราคานี้รวมอะไรบ้างคะ', []],
    ['料金には何が含まれますか', []],
  ])('%s', (said, parts) => {
    expect(asksIncluded(said)?.parts).toEqual(parts)
  })

  it.each([
    'รวมเท่าไหร่คะ',
    'รวมทั้งหมดกี่บาท',
    'รวมเป็นเงินเท่าไหร่',
    'ทั้งหมดรวมกี่บาทคะ',
    'how much is lunch?',
    'มีอาหารเจให้แม่มั้ย',
    'do you have vegetarian food?',
    'lunch is included, good',
    'is the 12th free?',
    '合計いくらですか',
    'a table for lunch please',
  ])('%s asks nothing of that', (said) => expect(asksIncluded(said)).toBeUndefined())

  it('is looked for in what stands in the catalogue: all meals hold a lunch, breakfast alone does not', () => {
    expect(holds('boat lunch', 'lunch')).toBe(true)
    expect(holds('full board', 'lunch')).toBe(true)
    expect(holds('all meals', 'dinner')).toBe(true)
    expect(holds('breakfast', 'lunch')).toBe(false)
    expect(holds('breakfast', 'meals')).toBe(true)
    expect(holds('lift pass', 'tickets')).toBe(false)
    expect(holds('tastings', 'meals')).toBe(false)
    expect(holds('รถตู้', 'ride')).toBe(true)
  })

  it.each([
    ['บนเรือมีชูชีพให้ใส่ไหมคะ', false],
    ['is there wifi on the bus?', false],
    ['do you pick us up at the airport?', false],
    ['do we need to sort the park passes ourselves?', true],
    ['ทำวีซ่าให้ด้วยใช่ไหมคะ', true],
    ['มีรถรับส่งไหมคะ', true],
    ['is there a guide?', true],
    ['昼食はありますか', true],
  ])('%s speaks of nothing else: %s', (said, isAll) => expect(besideParts(said).length === 0).toBe(isAll))

  it('is not searched for in a very long message', () => {
    expect(asksIncluded(`${'lunch '.repeat(2000)}included?`)).toBeUndefined()
    expect(partsIn('hello')).toEqual([])
  })
})
