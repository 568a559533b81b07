import { expect, test } from 'vitest'
import { isWrongChat } from './wrong-chat.ts'

test.each([
  'so sorry wrong number!! have a nice day',
  "oh wait this isn't auntie may is it 😅",
  'oops, that was meant for my sister',
  'Sorry, sent that to the wrong chat',
  'ขอโทษค่าา ทักผิดคน อายจัง 🙏🙏',
  'ส่งผิดแชตค่ะ ขอโทษนะคะ',
  'อ้าว ไม่ใช่พี่เอกหรอ',
  'やだ、登録を間違えてました!失礼しました🙇‍♀️',
  '送り先を間違えました。すみません',
  '不好意思，发错人了',
  'うわ、ここ店のグループじゃない!失礼しました💦',
  'すみません、グループ間違えました',
])('%s: they wrote to the wrong one', (said) => expect(isWrongChat(said)).toBe(true))

test.each([
  'you sent the likes to the wrong account',
  'I paid to the wrong account',
  'the driver went to the wrong place',
  'wrong name on my ticket',
  'โอนผิดบัญชีค่ะ ทำไงดี',
  'ใส่ลิงก์ผิดที่ค่ะ',
  'คนขับไปผิดที่',
  '名前が間違えています',
  'いいえ、違います',
  'is this the right number to call?',
  '',
  `wrong number ${'and so on '.repeat(20)}`,
  'グループで参加できますか',
])('%s: something else', (said) => expect(isWrongChat(said)).toBe(false))
