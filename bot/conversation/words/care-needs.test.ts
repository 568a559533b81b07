import { describe, expect, it } from 'vitest'
import { tellsCareNeed } from './care-needs.ts'

describe('a lasting need of somebody who comes along', () => {
  it.each([
    '父は膝が悪いので、エレベーターのある宿だとありがたいです',
    '足が悪いので車椅子を借りられますか',
    '母は78歳で長くは歩けません',
    'พ่อ 82 เดินไม่ค่อยได้ ต้องใช้รถเข็น',
    'แม่ขึ้นบันไดไม่ไหว ขอห้องชั้นล่าง',
    'ยายหูตึงนิดนึงนะคะ',
    'my knee is bad btw',
    "dad can't walk far",
    "Mum's 81 and not great with stairs",
    'my wife is pregnant',
    'we need a ground-floor room',
    'one of us gets car sick',
    '我妈妈腿脚不好,走不远',
  ])('%s', (said) => expect(tellsCareNeed(said)).toBe(true))

  it.each([
    'my dad fell on the stairs and hurt his knee',
    'ตอนนี้แม่เจ็บเข่ามาก เดินไม่ได้',
    '父が転んで膝が痛くて歩けません',
    'the wheelchair you promised was not there',
    'รถเข็นที่จองไว้ไม่มีให้ค่ะ',
    '4 people on the 12th',
    'Saturday 70 people',
    'can we pay by card',
  ])('%s is none', (said) => expect(tellsCareNeed(said)).toBe(false))
})
