import { describe, expect, it } from 'vitest'
import {
  asksWhatThereIs,
  isAcknowledged,
  isAdvertising,
  isForgetMe,
  isGreeting,
  isMisheard,
  isNoAnswer,
  isOpenCase,
  isRepeat,
  isResume,
  isStillBroken,
  isThanks,
  isVagueTrouble,
  languageAsked,
  linkCodeIn,
  menuNamed,
  withoutLinkCode,
} from './set-words.ts'

describe('words that mean one thing wherever they are said', () => {
  it.each([
    'สวัสดีค่ะ',
    'hello',
    'Good morning!',
    'こんにちは',
    'おはようございます',
    '你好',
    '您好啊',
    '晚上好',
    'โย่ว',
    'ฮัลโหลลค่ะ',
    'หวัดดีจ้าา',
    'ดีจ้าาา',
    'heyy',
    'yo!',
  ])('%s greets', (said) => expect(isGreeting(said)).toBe(true))
  it.each(['hello, my top-up is missing', 'สวัสดีค่ะ เติมเงินไม่เข้า', 'hi-fi'])('%s says more', (said) =>
    expect(isGreeting(said)).toBe(false),
  )
  it.each(['ok', 'โอเคจ้า', 'รับทราบค่ะ', 'ได้ค่ะ', 'Got it, ok 👍', '了解しました', 'わかりました', '👌'])(
    '%s was heard',
    (said) => expect(isAcknowledged(said)).toBe(true),
  )
  it.each(['ok but when?', 'ได้ของแล้วค่ะ', 'ดีขึ้นแล้ว', 'fine, book it', 'はい、二名です'])(
    '%s says more than that',
    (said) => expect(isAcknowledged(said)).toBe(false),
  )
  it.each(['thanks a lot', 'ขอบคุณมากค่ะ', 'ありがとうございます', '谢谢', '好的，谢谢你', '多谢'])('%s thanks', (said) =>
    expect(isThanks(said)).toBe(true),
  )
  it.each([
    'open a case please',
    'ok, can you raise a ticket for me',
    'งั้นเปิดเคสให้หน่อย',
    'เปิดเคสเลย',
    'ケースを作成してください',
  ])('%s wants a case opened', (said) => expect(isOpenCase(said)).toBe(true))
  it.each(['เปิดเคสไปแล้วไม่มีใครตอบ', 'I opened a case yesterday', 'open the door', 'my case is broken'])(
    '%s does not',
    (said) => expect(isOpenCase(said)).toBe(false),
  )
  it.each([
    'I have a problem',
    'hi, there’s an issue with my order',
    'มีปัญหาค่ะ',
    'เมื่อวาน มีปัญหาที่สนามค่ะ',
    '昨日ちょっと問題がありました',
  ])('%s says that there is a trouble, and not which', (said) => expect(isVagueTrouble(said)).toBe(true))
  it.each(['มีปัญหากับบัตรค่ะ', 'I have a problem with my card', 'no problem', 'ไม่มีปัญหาค่ะ', 'มีปัญหา เติมเงินไม่เข้า'])(
    '%s says more, or none',
    (said) => expect(isVagueTrouble(said)).toBe(false),
  )
  it.each([
    'that’s not what I asked',
    "no, that doesn't answer my question",
    'ไม่ใช่ที่ถามค่ะ',
    'ไม่ตรงคำถามเลย',
    '質問と違います',
    '答えになっていません',
  ])('%s says that an answer was none', (said) => expect(isNoAnswer(said)).toBe(true))
  it.each(['that helps, thanks', 'it does not help with my top-up, it never arrived', 'ไม่ได้รับของ', 'ไม่ตรงเวลา'])(
    '%s says something else',
    (said) => expect(isNoAnswer(said)).toBe(false),
  )
  it.each(['continue', 'Back to my booking', 'จองต่อค่ะ', '続けます'])('%s goes on', (said) =>
    expect(isResume(said)).toBe(true),
  )
  it.each([
    'what did you ask?',
    'Sorry, what was the question?',
    'could you repeat that please',
    'ถามว่าอะไรนะคะ',
    'อะไรนะครับ',
    'ขอทวนคำถามอีกทีค่ะ',
    'もう一度お願いします',
    '何でしたっけ',
    'え?',
    'すみません、もう一度お願いします',
    'さっきの質問は何でしたか',
    '先ほどのご質問は何でしょうか？',
    '今、何を聞かれましたか',
    'すみません、何を答えればいいですか',
  ])('%s wants the question again', (said) => expect(isRepeat(said)).toBe(true))
  it.each([
    'what did you ask my wife to pay',
    'ถามหน่อยค่ะ ราคาเท่าไหร่',
    '予約をもう一つお願いします',
    '質問は何時まで受け付けていますか',
    '先ほどの予約は何時でしたか',
  ])('%s asks something else', (said) => expect(isRepeat(said)).toBe(false))
  it.each([
    'still broken',
    'It’s still not working',
    'ยังไม่ได้เลยค่ะ',
    'ยังเหมือนเดิมครับ',
    'ยังเท่าเดิมเลยค่ะ',
    'ไม่เห็นเข้าเลย',
    'まだ直りません',
    'まだ直っていません',
  ])('%s says it is not solved', (said) => expect(isStillBroken(said)).toBe(true))
  it.each([
    'ยังไม่ได้จองโรงแรม อยากจองค่ะ',
    'still thinking about the tour',
    'まだ予約していません、予約したいです',
    'not yet',
  ])('%s says something else', (said) => expect(isStillBroken(said)).toBe(false))
  it.each([
    'forget me',
    'Please delete my data',
    'ลบข้อมูลของฉัน',
    'ขอลบข้อมูลของผมด้วยครับ',
    '私の個人情報を削除してください',
    'データを消して',
    'thank you. now please delete this chat and whatever you kept',
    'please erase everything you have about me',
  ])('%s asks to be forgotten', (said) => expect(isForgetMe(said)).toBe(true))
  it.each([
    'delete my order',
    'delete this order and everything in it',
    'ลบออเดอร์ของผม',
    'forget the booking',
    '注文データが消えました',
  ])('%s does not', (said) => expect(isForgetMe(said)).toBe(false))
  it.each([
    ['ok can we continue in English please', 'en'],
    ['English please', 'en'],
    ['ขอภาษาอังกฤษได้ไหมคะ', 'en'],
    ['ผมพูดไทยได้ไหมครับ', 'th'],
    ['日本語でお願いします', 'ja'],
    ['日本語が話せる担当者と話したい', undefined],
    ['is there an English speaking guide?', undefined],
    ['Thai massage for two', undefined],
  ])('%s asks for %s', (said, language) => expect(languageAsked(said)).toBe(language))
  it('ต่อรองราคา is no wish to go on', () => expect(isResume('ต่อรองราคาได้ไหมคะ')).toBe(false))
  it('knows an advertisement by its link and its words', () => {
    expect(isAdvertising('win a free iphone click http://spam.example now!!!')).toBe(true)
    expect(isAdvertising('รับปล่อยกู้ดอกต่ำ แอดไลน์ @moneyfast')).toBe(true)
    expect(isAdvertising('the payment page https://pay.example does not load')).toBe(false)
    expect(isAdvertising('is airport pick-up free? my e-mail is ana@example.com')).toBe(false)
  })
  it.each([
    'That’s not what I said',
    'no, I didn’t say that',
    'you misheard me',
    'You heard wrong.',
    'ไม่ได้พูดแบบนี้ค่ะ',
    'ฟังผิดแล้วครับ',
    'ไม่ใช่ ไม่ได้พูดอย่างนั้นนะ',
    'そうは言っていません',
    'いいえ、聞き間違いです',
    '聞き取りが間違っています',
  ])('%s: it was not said', (said) => expect(isMisheard(said)).toBe(true))
  it.each(['I did not say when: tomorrow at 9', 'ไม่ได้พูดถึงวันเสาร์ เอาวันอาทิตย์', 'no', 'ฟังเพลงไม่ได้', '聞いていません'])(
    '%s is something else',
    (said) => expect(isMisheard(said)).toBe(false),
  )
  it.each([
    'มีไวไฟบนรถบัสให้ใช้ไหมคะ',
    'บนรถมีที่ชาร์จมือถือมั้ยครับ',
    'Is there a lift at the hotel?',
    'do you have gift cards?',
    '車内にWi-Fiはありますか',
    '有没有儿童座椅?',
  ])('%s asks of what there is', (said) => expect(asksWhatThereIs(said)).toBe(true))
  it.each([
    'มีใครเจอกระเป๋าที่ลืมไว้บนรถไหมคะ',
    'มีปัญหาอะไรกับออเดอร์หนูไหมคะ',
    'Is there any update?',
    'is there a black bag somebody left on the bus?',
    '傘の忘れ物はありますか',
    'มีไวไฟค่ะ',
  ])('%s asks after something else, or nothing', (said) => expect(asksWhatThereIs(said)).toBe(false))
  it('knows the menu by its own words', () => expect(menuNamed('คุยกับเจ้าหน้าที่')).toBe('person'))
})

it.each(['ทักค่าา', 'ทักค่ะ', 'สวัสดีค่าาา'])('%s greets', (said) => expect(isGreeting(said)).toBe(true))
it.each(['ค่ะ รอนะ', 'รอได้ค่ะ', 'ครับ รอนะครับ'])('%s asks nothing', (said) => expect(isAcknowledged(said)).toBe(true))
it.each(['รอนานแล้วนะ', 'รออยู่ เมื่อไหร่ได้'])('%s waits', (said) => expect(isAcknowledged(said)).toBe(false))

describe('a link code', () => {
  it.each([
    ['link demo-boat', 'demo-boat', 'link ····'],
    ['LINK 2345-abcd-6789-efgh-j', '2345-abcd-6789-efgh-j', 'LINK ····'],
    ['link 2345abcd6789efghj', '2345abcd6789efghj', 'link ····'],
    ['my code is 2345-abcd-6789-efgh-j, does it work?', '2345-abcd-6789-efgh-j', 'my code is ····, does it work?'],
    ['รหัส 2345-abcd-6789-efgh-jค่ะ', '2345-abcd-6789-efgh-j', 'รหัส ····ค่ะ'],
  ])('%s', (said, code, kept) => {
    expect(linkCodeIn(said)).toBe(code)
    expect(withoutLinkCode(said)).toBe(kept)
  })
  // what a customer says of an order
  it.each([
    'link https://instagram.com/p/ab-12',
    'link instagram.com/my-page',
    'link my_page',
    'link ploy.shop-2',
    'link',
  ])('is not in: %s', (said) => {
    expect(linkCodeIn(said)).toBeUndefined()
    expect(withoutLinkCode(said)).toBe(said)
  })
})
