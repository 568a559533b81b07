import { describe, expect, it } from 'vitest'
import { agreesToAll, agreesWithAll, besidesYes, partsOf, sendsAll } from './agrees.ts'

describe('nothing but a yes, in however many words', () => {
  it.each([
    'เคๆ งั้นสั่งเลย',
    'โอเคค่ะ ตามนั้นเลย',
    'ได้ค่ะ เอาตามนี้',
    'ครบแล้วค่ะ ส่งได้เลย',
    'จ้าจองเลย',
    'ครับ จัดเลย',
    'ครับ ยืนยันทั้งคู่',
    'โอเคจองเลยค่ะ ขอบคุณมากค่ะ 🙏',
    'はい、それでお願いいたします',
    'ではその内容でお願いいたします',
    'それで大丈夫です。よろしくお願いいたします。',
    'この内容で予約をお願いします',
    '問題ありません、送ってください',
    'good, send it',
    'alright then, yes confirm',
    'fine, go ahead with both',
    'ok great book it',
    'grand, send it 👍',
    'จองเลยค่าา 🍜',
    'โอเคค่ะ จองไว้เลย',
    'ถูกแล้วจ้ะ ส่งให้เจ้าหน้าที่เลย 🙏',
    'That’s right, please go ahead and book it, thank you',
    'we’re happy with that, go ahead',
    '好的，就这样，麻烦您了',
  ])('%s', (said) => expect(agreesToAll(said)).toBe(true))

  it.each([
    'ไม่เอาแล้วค่ะ',
    'เอา 3 คน',
    'เอาวันอื่นดีกว่า',
    'ขอกลับไปคิดก่อนน้า',
    'ขอบคุณค่ะ',
    'ส่งที่ไหนคะ',
    'จองแล้วจ่ายยังไง',
    'ได้กี่คน',
    'ขอแบบนี้แต่เป็นวันเสาร์',
    'thanks',
    'is it good?',
    'will you send it to my email',
    'book it for monday',
    'send it later',
    'yes but for 3',
    'どれがいいですか',
    '5名でお願いします',
    '土曜日でお願いします',
    'お願いしたいのですが、いくらですか',
    '',
  ])('not: %s', (said) => expect(agreesToAll(said)).toBe(false))
})

describe('what stands beside a yes', () => {
  it.each([
    ['โอเคจองเลยค่ะ สมศรี 081-000-7712', 'สมศรี 081-000-7712'],
    ['ok yes put us down. Johanna Brandt, +49 00 000 614', 'Johanna Brandt +49 00 000 614'],
    ['ครับ ยืนยันทั้งคู่ ธนกฤต', 'ธนกฤต'],
    ['はい、お願いします。三浦です', '三浦です'],
    ['yes please', undefined],
    ['ยูส khanomyaipa คับ ชื่อเบียร์', undefined],
    ['ครับ ธนกฤต', undefined],
    ['5 people', undefined],
  ])('%s', (said, rest) => expect(besidesYes(said)).toBe(rest))
})

describe('a yes that sends it', () => {
  it.each(['ครบแล้วค่ะ ส่งได้เลย', 'grand, send it 👍', 'はい、その内容でお願いいたします。', 'จองเลยค่าา 🍜'])(
    '%s',
    (said) => expect(sendsAll(said)).toBe(true),
  )
  it.each(['ได้ค่ะ', 'yes', 'はい', 'ok great', 'send it to my office'])('not: %s', (said) =>
    expect(sendsAll(said)).toBe(false),
  )
})

describe('a yes in words that stand in no list', () => {
  it.each([
    "Lovely, that's us to a T. Go ahead and pop it in",
    'Rosalind Achterberg. Put it through please',
    'everything correct, can lock in',
    'ลุยโลดจ้า',
    'ตามที่ทวนมาถูกหมดแล้ว ฝากทีมงานต่อเลยครับ',
    'かしこまりました、そちらで手配をお進めください',
  ])('%s', (said) => expect(agreesWithAll(partsOf(said))).toBe(true))

  it.each([
    '',
    'Sky',
    'Bangkok',
    'ต้น',
    '田口',
    'tempting as it is? 😄',
    'my boy is veggie, can you jot that down. Surname Adeyemi',
    'yes but not the 5th',
    'be straight with me can tiktok nuke my account over this',
    'let me run it by the missus',
    'ok, how much is the deposit',
    'ดีเลยค่ะ แต่ขอถามแม่ก่อนนะ',
    'はい、でも日にちだけ変えたいです',
    '日程はそのままで、お部屋は母と私が同室だと助かります',
    'thanks, where is my refund',
  ])('%s is none', (said) => expect(agreesWithAll(partsOf(said))).toBe(false))
})
