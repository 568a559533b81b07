import { describe, expect, test } from 'vitest'
import { putsRight } from './put-right.ts'

describe('what replaces what was told before', () => {
  test.each([
    'wait no 1300421, fat fingers',
    'oops, wrong number: 1300421',
    'อ่อ ยอดจริง 3,550 นะคะ เมื่อกี้พิมพ์เร็วไป',
    'ก๊อปผิดค่ะ ต้อง 1300421',
    'ไม่ใช่ 1,480 นะ 1,840',
    '118じゃなくて181でした',
    '不是2000,是3000',
    '01.14 น.\nno, 01.41',
  ])('%s', (said) => expect(putsRight(said)).toBe(true))
  test.each(['1300777 ก็ไม่เดินค่ะ', 'my user is noodle_bear', '380 baht each', 'ユーザー名は yuki_mkt です'])(
    '%s: told, and nothing put right',
    (said) => expect(putsRight(said)).toBe(false),
  )
})
