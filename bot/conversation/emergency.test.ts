import { describe, expect, it } from 'vitest'
import { asksToCallHelp, emergencyAt } from './emergency.ts'

describe('whether to call for help', () => {
  it.each([
    'should we call an ambulance?',
    'do I need to take her to a hospital',
    'ต้องเรียกรถพยาบาลมั้ยคะ',
    'ควรพาไปโรงพยาบาลไหมครับ',
    'โทร 1669 เลยดีไหม',
    '救急車呼んだほうがいいですか',
    '病院に連れて行くべきでしょうか',
  ])('%s', (said) => expect(asksToCallHelp(said)).toBe(true))

  it.each([
    'who pays for the hospital?',
    'when does the ambulance get here?',
    'should I go to the police about my money?',
    'the doctor says she is fine, can we join tomorrow?',
    'ใครจ่ายค่าโรงพยาบาลคะ',
    '病院代は誰が払いますか',
  ])('%s is asked of something else', (said) => expect(asksToCallHelp(said)).toBe(false))

  it('names the number where the business is at home, and none elsewhere', () => {
    expect(emergencyAt({ zone: 'Asia/Bangkok' })).toEqual({ emergency: '1669' })
    expect(emergencyAt({ zone: 'Europe/Paris' })).toEqual({})
  })
})
