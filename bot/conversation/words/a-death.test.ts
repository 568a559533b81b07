import { describe, expect, it } from 'vitest'
import { tellsOfDeath } from './a-death.ts'

describe('a death', () => {
  it.each([
    'My wife has passed away. I shan’t be travelling.',
    'grandma died. we have to call off the trip',
    'there was a death in the family',
    'พรุ่งนี้คุณแม่ไปทริปไม่ได้แล้วค่ะ เสียแล้วเมื่อคืน',
    'สามีเสียชีวิตค่ะ ขอยกเลิก',
    'คุณยายเพิ่งจากไปเมื่อเช้า',
    '母が亡くなりましたので、行けなくなりました',
  ])('%s', (said) => expect(tellsOfDeath(said)).toBe(true))

  it.each([
    'my phone died on the way',
    'our allergy was never passed on to the guide',
    'the link died',
    // somebody who is missed, and looked for
    'we lost my father this morning',
    'I lost my wife’s ring',
    'nobody died lol',
    'พี่คะ แอร์เสียแล้วค่ะ',
    'รถของน้องเสียครับ',
    'เสียเงินไปแล้ว 500',
    'アカウントが死にました',
  ])('%s is none', (said) => expect(tellsOfDeath(said)).toBe(false))
})
