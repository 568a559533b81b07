import { describe, expect, test } from 'vitest'
import { needsItNoMore, saysNotThat, wantsItBack } from './no-case.ts'

describe('not what they meant', () => {
  test.each([
    'not that',
    'No, not that',
    "that's not what I meant",
    'That’s not it.',
    "That isn't what I meant at all",
    'sorry, that is wrong',
    'you misunderstood me',
    "I didn't mean that",
    'wrong',
    'ไม่ใช่แบบนั้น',
    'ไม่ใช่แบบนั้นค่ะ',
    'ไม่ใช่ครับ',
    'ไม่ใช่เรื่องนี้เลยค่ะ',
    'ไม่ได้หมายถึงแบบนั้นนะคะ',
    'บอทเข้าใจผิดแล้วค่ะ',
    'คนละเรื่องกันเลยครับ',
    '違います',
    'いいえ、違います',
    'それは違います。',
    'そうじゃないです',
    'そういう意味ではありません',
    '別の件です',
    '不是这个意思',
    '你理解错了',
  ])('%s', (said) => expect([saysNotThat(said), needsItNoMore(said)]).toEqual([true, false]))
})

describe('needs it no more', () => {
  test.each([
    'forget it',
    'Never mind',
    'oh never mind, sorry',
    'ok forget about it, thanks',
    'nvm',
    'it doesn’t matter anymore',
    'I don’t need it anymore',
    'please withdraw my case',
    'all good now',
    'ไม่เป็นไรแล้ว',
    'ไม่เป็นไรแล้วค่ะ ขอบคุณค่ะ',
    'ช่างมันเถอะ',
    'ไม่ต้องแล้วครับ',
    'ขอยกเลิกเคสนี้ค่ะ',
    'やっぱりいいです',
    'もう大丈夫です',
    'すみません、やっぱり大丈夫です',
    'もう結構です',
    'この件は取り下げます',
    '算了',
    '没事了，谢谢',
  ])('%s', (said) => expect([saysNotThat(said), needsItNoMore(said)]).toEqual([false, true]))
})

describe('neither', () => {
  test.each([
    'thanks',
    'ok',
    'no problem',
    'no',
    'fine',
    'good',
    'ok thanks',
    'no worries',
    'ไม่เป็นไร',
    'ไม่เป็นไรค่ะ ขอบคุณ',
    'ไม่มีปัญหาค่ะ',
    'โอเคค่ะ',
    'ไม่ใช่ 2 แต่เป็น 3 คน',
    'ไม่ใช่ออเดอร์นี้ค่ะ ออเดอร์ 1290801',
    '大丈夫です',
    'はい',
    'ありがとうございます',
    '違う商品が届きました',
    'never mind the delay, just send my money back',
    "don't forget it please",
    'the driver told me to forget it',
    'that is not what I ordered',
    'wrong order arrived',
    'is that not it?',
    'ไม่ใช่ของที่สั่งค่ะ',
    'ยังไม่เป็นไรแล้วใครจะรับผิดชอบ',
    '没事',
    '',
    '👍',
  ])('%s', (said) => expect([saysNotThat(said), needsItNoMore(said)]).toEqual([false, false]))
})

describe('wants it back', () => {
  test.each([
    'keep it',
    'No wait, keep it open please',
    'please reopen my case',
    'can you open it again',
    'undo that',
    "don't withdraw it",
    'I still need help with it',
    'เปิดไว้ก่อนค่ะ',
    'ขอเปิดเคสนี้ต่อค่ะ',
    'เปิดเรื่องเดิมต่อ',
    'อย่าเพิ่งถอนนะคะ',
    'ช่วยดูต่อให้หน่อยครับ',
    'やっぱり取り下げないでください',
    'そのままお願いします',
    '元に戻してください',
  ])('%s', (said) => expect(wantsItBack(said)).toBe(true))

  test.each([
    'no',
    'ok',
    'never mind',
    'ไม่เป็นไรค่ะ',
    'ขอบคุณค่ะ',
    'open a new one',
    'I need help with another order',
    'เปิดเคสใหม่เรื่องอื่นค่ะ',
    'keep it cheap',
    'お願いします',
    'はい',
    '',
  ])('not: %s', (said) => expect(wantsItBack(said)).toBe(false))
})
