import { describe, expect, it } from 'vitest'
import { isFragment } from './fragments.ts'

describe('half a sentence', () => {
  it.each([
    'me and my wife',
    'beach',
    '500',
    'just me',
    '2 adults, 1 child',
    'hotel',
    'not sure yet',
    'ไม่รู้',
    'わかりません',
    'no',
    'ฉันกับแฟน',
    'ทะเล',
    '500 บาท',
    'พรุ่งนี้เช้าค่ะ',
    'สองคนครับ',
    'โรงแรม',
    '妻と私です',
    'ビーチ',
    '500円',
    '来週',
    '大人2名',
  ])('%s is no matter of its own', (said) => expect(isFragment(said)).toBe(true))
  it.each([
    'help',
    'my wife fainted',
    'no driver',
    'hotel is full',
    'me and my wife are stranded',
    'ช่วยด้วย',
    'เงินไม่เข้า',
    'ห้องเต็ม',
    'คนขับไม่มา',
    'ขอคุยกับคน',
    'a person please',
    '妻が倒れました',
    'ホテルに入れません',
    '部屋がありません',
    '助けて',
  ])('%s is', (said) => expect(isFragment(said)).toBe(false))
})
