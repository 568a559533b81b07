import { describe, expect, test } from 'vitest'
import {
  asksIfBot,
  asksIfThere,
  asksWhatWeDo,
  haggles,
  isAnger,
  isLaughter,
  isPleased,
  isWrongChat,
  saysSorry,
} from './small-words.ts'

describe('what is said to a business in passing', () => {
  test.each([
    'ok sorry wrong chat',
    'Oops, wrong number!',
    'ขอโทษค่ะ ทักผิดร้าน',
    'ส่งผิดแชทครับ',
    'すみません、間違えました',
    '发错了',
  ])('%s wants nothing', (said) => expect(isWrongChat(said)).toBe(true))
  test.each([
    'you sent the wrong item',
    'ส่งของผิดมาให้',
    'wrong number of people on my ticket',
    '間違えた商品が届きました',
  ])('%s is a matter', (said) => expect(isWrongChat(said)).toBe(false))
  test.each(['are you a bot?', 'is this a real person', 'เป็นบอทป่ะเนี่ย', 'คุยกับคนจริงๆหรือเปล่าคะ', 'ボットですか？'])(
    '%s asks who answers',
    (said) => expect(asksIfBot(said)).toBe(true),
  )
  test.each([
    'anyone?',
    'Is somebody there??',
    'hello? anyone going to answer?',
    'are you guys there',
    'มีแอดมินอยู่ไหมคะ',
    'ฮัลโหล มีคนตอบมั้ย',
    'เงียบเลย อยู่ป่าว',
    'หายไปไหนกันหมด',
    '誰かいませんか',
    'すみません、どなたかいらっしゃいますか？',
    '有人吗？',
  ])('%s asks whether anybody is there', (said) => expect(asksIfThere(said)).toBe(true))
  test.each([
    'hello',
    'is anyone allergic?',
    'มีคนแฮกบัญชี',
    'is there anyone who speaks Thai?',
    '誰か怪我をしました',
    'someone stole my bag',
  ])('%s does not', (said) => expect(asksIfThere(said)).toBe(false))
  test.each([
    'great, cant wait!!',
    'looking forward to it',
    'see you on Friday',
    'เย้ ตั้งตารอเลยค่ะ',
    'แล้วเจอกันนะคะ',
    '楽しみにしています。',
    '安心しました',
    '当日お待ちしております',
  ])('%s is said gladly', (said) => expect(isPleased(said)).toBe(true))
  test.each([
    'cant wait any longer',
    'great, and the bill?',
    'รอนานมาก',
    'お待ちしていますが、まだですか',
    'see you have charged me',
  ])('%s is not', (said) => expect(isPleased(said)).toBe(false))
  test.each(['ขอคุยกับคนจริงๆ หน่อย', 'the bot account was charged twice', 'talk to a real person'])(
    '%s is not asked about the bot',
    (said) => expect(asksIfBot(said)).toBe(false),
  )
  test.each(['555555', 'ฮ่าๆๆ', 'hahaha', 'lol', '😂😂', '笑'])('%s is laughter', (said) =>
    expect(isLaughter(said)).toBe(true),
  )
  test.each(['884733', '5', '555 บาท', 'ha'])('%s is none', (said) => expect(isLaughter(said)).toBe(false))
  // one person's long laugh with a word behind it stood still for everybody: this would not come back
  test.each(['5', '555+', 'ha', 'he', 'ฮ่า', 'ฮ่าๆ', 'lol', 'lo', 'w', '草', '笑', '哈', '😂', ' '])(
    'as long as a message may be, of %s, it is read at once, whatever comes behind it',
    (laugh) => {
      for (const behind of ['x', ' ตลกอะ', '!', '1'])
        expect(isLaughter(`${laugh.repeat(Math.floor(4_990 / laugh.length))}${behind}`)).toBe(false)
    },
  )
  test.each([
    'what do you sell?',
    'so what do you guys do',
    'แล้วนี่ขายอะไรหรอ',
    'ให้บริการอะไรบ้างคะ',
    '何を売っているんですか',
  ])('%s asks what we do', (said) => expect(asksWhatWeDo(said)).toBe(true))
  test.each(['what do you do about my refund', 'ขายคอร์สราเมนไหม'])('%s asks something else', (said) =>
    expect(asksWhatWeDo(said)).toBe(false),
  )
  test.each(['เหี้ย บริการห่วยแตก', 'this is fucking useless', '最悪です'])('%s is anger alone', (said) =>
    expect(isAnger(said)).toBe(true),
  )
  test.each(['order 884501 is shit', 'ขอบคุณค่ะ ดีมาก', 'can you book it for 4 people'])('%s is more, or none', (said) =>
    expect(isAnger(said)).toBe(false),
  )
  test.each([
    'ลดหน่อยได้ไหมคะ มากันสองคนเอง',
    'ลดได้อีกป่าวเฮีย',
    'any discount for 8?',
    'もう少し安くなりますか',
    '能便宜点吗',
  ])('%s bargains', (said) => expect(haggles(said)).toBe(true))
  test.each(['ยอดลดไปเยอะเลย', 'ฟอลลดลงเรื่อยๆ ไม่หยุด', 'what is the price', 'ราคาเท่าไหร่'])('%s does not', (said) =>
    expect(haggles(said)).toBe(false),
  )
})

test.each(['โทษทีนะ', 'sorry about that', 'ขอโทษด้วยค่ะ', 'すみませんでした', '不好意思', 'my bad'])(
  '%s is an excuse',
  (said) => expect(saysSorry(said)).toBe(true),
)

test.each(['sorry, make it 5', 'ขอโทษค่ะ ขอเลื่อน', 'すみません、3名です', 'my bad knee hurts'])('%s says more', (said) =>
  expect(saysSorry(said)).toBe(false),
)
