import { describe, expect, it } from 'vitest'
import { readCancel } from '../../../api/triage/slots/yes-no.ts'
import { copyIn } from '../../copy/copy.ts'
import { agreesToAll } from './agrees.ts'
import { editsIt } from './edits-it.ts'

describe('every button of a finished request works when its words are typed', () => {
  it.each(['th', 'en', 'ja'] as const)('%s', (language) => {
    const { send, edit, cancel } = copyIn(language).booking
    const politely = { th: ['', 'ค่ะ', 'ครับ'], en: ['', ' please', ', thanks'], ja: ['', '。'] }[language]
    for (const ending of politely) {
      expect(agreesToAll(send + ending), send + ending).toBe(true)
      expect(editsIt(edit + ending), edit + ending).toBe(true)
      expect(readCancel(cancel + ending), cancel + ending).toBe(true)
    }
  })

  it.each([
    '送信します',
    '送信してください',
    '送信でお願いします',
    'はい、送信お願いします',
    'はい、注文してください',
    'これで注文をお願いいたします',
    '手続きを進めてください',
    '送信していただけますか',
    'ส่งเลยนะคะ',
    'please send it',
  ])('%s sends it', (said) => expect(agreesToAll(said)).toBe(true))

  it.each([
    '変更します',
    '変更してください',
    'はい、変更をお願いします',
    '内容を変更したいです',
    '修正お願いします',
    'แก้หน่อยค่ะ',
    'ขอแก้ไขค่ะ',
    'ขอแก้รายละเอียดครับ',
    "I'd like to change something",
    'change it',
    'edit please',
  ])('%s asks for what', (said) => expect(editsIt(said)).toBe(true))

  it.each([
    '人数を変更してください',
    '日にちを変えたいです',
    'แก้เป็น 3 คน',
    'ขอแก้วันค่ะ',
    'change it to 5',
    'change the date',
    'ไม่ต้องแก้ค่ะ',
    '変更はありません',
    'no change',
  ])('%s says more', (said) => expect(editsIt(said)).toBe(false))

  it.each([
    'やめます',
    'やめてください',
    'キャンセルします',
    'キャンセルでお願いします',
    'ขอยกเลิกค่ะ',
    'cancel it please',
  ])('%s gives it up', (said) => expect(readCancel(said)).toBe(true))
})
