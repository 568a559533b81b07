import { describe, expect, it, test } from 'vitest'
import {
  asksHowToBook,
  afterCourtesy,
  asksForPerson,
  goesBack,
  leavesOpen,
  letsItGo,
  nthMeant,
  saysWithout,
  booksIt,
  sendsIt,
  takesIt,
  thinksItOver,
  wantsSoonest,
} from './loose-words.ts'

describe('a wish for a person', () => {
  it.each([
    'I want to speak to my account manager, not a bot',
    'can I talk to someone please',
    'you are not understanding me',
    'real person please',
    'ขอคุยกับคนค่ะ',
    'ขอแอดมินคนจริง',
    'บอทไม่เข้าใจเลย',
    'โทรหาหน่อยได้ไหม',
    '担当者と話したいです',
    '转人工',
  ])('%s', (said) => expect(asksForPerson(said)).toBe(true))
  it.each([
    'the staff were rude to us',
    'คนขับไม่มา',
    'book for 4 people',
    'พนักงานพูดจาไม่ดี',
    'the guide did not understand us',
    'ขอ 4 คนค่ะ',
    'スタッフの対応が悪い',
  ])('not %s', (said) => expect(asksForPerson(said)).toBe(false))
})

describe('back to what was under way', () => {
  it.each([
    'thank you. continue, name is Rose Adair',
    'back to angkor',
    'ok, let’s get back to udon',
    'ok back to the dinner, 7pm please',
    'ขอบคุณค่ะ!! ส่วนอิโตฮะเอารอบ 19:30 นะคะ',
    'โอเค กลับมาเรื่องวิว งบสามพัน',
    '予約の続きをお願いします',
    '好的，继续预订',
  ])('%s', (said) => expect(goesBack(said)).toBe(true))
  it.each(['มีส่วนลดไหมคะ', 'ขอเป็นห้องส่วนตัว', 'please call me back', 'the driver would not go on time', 'ยังไม่คืนเงิน'])(
    'not %s',
    (said) => expect(goesBack(said)).toBe(false),
  )
})

describe('one of a list, by its place', () => {
  it.each([
    ['the second date', 1],
    ['ok the first one please', 0],
    ['เอารอบที่สองค่ะ', 1],
    ['รอบแรก', 0],
    ['2番目でお願いします', 1],
    ['最後の日にします', -1],
    ['第三个', 2],
    ['take the first', 0],
    ['ok go with the second one', 1],
  ])('%s', (said, nth) => expect(nthMeant(said)).toBe(nth))
  it.each(['second week of December', 'รอบสองทุ่ม', 'the first time it broke', 'one', '2'])('not %s', (said) =>
    expect(nthMeant(said)).toBeUndefined(),
  )
})

describe('a no that says without what', () => {
  it.each(['no kids, just us', 'no pork please', 'ไม่ทานหมูค่ะ', 'ไม่มีเด็กนะคะ'])('%s', (said) =>
    expect(saysWithout(said)).toBe(true),
  )
  it.each(['no', 'no thanks', 'no that is wrong', 'no, 5 people', 'ไม่ใช่ค่ะ', 'ไม่เอาแล้วค่ะ', 'nobody came'])(
    'not %s',
    (said) => expect(saysWithout(said)).toBe(false),
  )
})

describe('taking, sending, giving up', () => {
  it.each(['this one', 'ok i’ll take that', 'เอารอบนี้ค่ะ', 'the first one please', 'それでお願いします', '就这个'])(
    '%s takes it',
    (said) => expect(takesIt(said)).toBe(true),
  )
  it.each(['take me to the airport', 'เอา 2 ที่', 'this one is broken'])('%s does not', (said) =>
    expect(takesIt(said)).toBe(false),
  )
  it.each([
    'Send',
    'ok send it',
    'ส่งเลยค่ะ',
    'จองเลย',
    'confirm please',
    '送信してください',
    '送信で大丈夫です',
    'はい、送信でお願いします。',
  ])('%s sends it', (said) => expect(sendsIt(said)).toBe(true))
  it.each(['yes', 'send me the menu', 'จองห้อง', 'ได้ค่ะ', '送信で大丈夫ですか', '送信はまだで'])('%s does not', (said) =>
    expect(sendsIt(said)).toBe(false),
  )
  it.each([
    'พ่อบอกไม่ไปแล้วค่ะ ขอบคุณนะ',
    'ไม่เป็นไรแล้วค่ะ ได้ที่แล้ว',
    'ไว้ก่อน',
    'never mind, we found another',
    'forget that. new plan',
    'let’s start over',
    'やめておきます、すみません',
    '算了，下次吧',
  ])('%s gives it up', (said) => expect(letsItGo(said)).toBe(true))
  it.each([
    'ไม่ไปแล้วภูเก็ต เปลี่ยนเป็นกระบี่',
    'not going to Phuket, rather Krabi',
    'ไม่เป็นไร',
    'เปลี่ยนเป็น 3 คน',
    'ไม่เอาแล้ว 4 คน เอา 5',
    'อีกเรื่อง เงินคืนทริปเกียวโตที่ยกเลิกไปยังไม่เข้าเลยนะ',
    '別のところに切り替えてもらえますか。無理ならキャンセルで',
    'ถ้าไม่มีรอบอื่นก็ขอยกเลิกค่ะ',
  ])('%s does not', (said) => expect(letsItGo(said)).toBe(false))
})

it.each([
  ['สวัสดีจ้ะ ป้าสนใจทริปสงขลา', 'ป้าสนใจทริปสงขลา'],
  ['ขอบคุณค่ะ!! ส่วนอิโตฮะเอารอบ 19:30', 'ส่วนอิโตฮะเอารอบ 19:30'],
  ['ok. book me there next Sunday', 'book me there next Sunday'],
  ['hello', undefined],
  ['thanks, bye', undefined],
  ['hit the ball', undefined],
])('after its courtesy %s is %s', (said, rest) => expect(afterCourtesy(said)).toBe(rest))

describe('where to is left to us', () => {
  it.each([
    'dunno, u recommend? somewhere w kids club',
    'anywhere nice',
    'ที่ไหนก็ได้ค่ะ',
    'แนะนำหน่อยสิ',
    'おすすめはありますか',
    'お任せします',
  ])('%s', (said) => expect(leavesOpen(said)).toBe(true))
  it.each(['Chiang Mai', 'ภูเก็ตค่ะ', '京都', 'how much is it?'])('not %s', (said) => expect(leavesOpen(said)).toBe(false))
})

describe('somebody thinks it over', () => {
  it.each([
    'let me think about it',
    'I’ll ask my wife and get back to you',
    'give me a moment please',
    'hold on',
    'wait i need to ask my wife, can i come back tomorrow?',
    'we’ll let you know tomorrow',
    'พรุ่งนี้ค่อยตอบได้ไหมคะ',
    'ไว้พรุ่งนี้มาบอกอีกทีนะคะ',
    '明日またお返事してもいいですか',
    'ขอคิดดูก่อนค่ะ',
    'ขอปรึกษาที่บ้านก่อนนะคะ',
    'เดี๋ยวมานะครับ',
    '少し検討します',
    '家族と相談してからにします',
    '我想想',
    'โอเคค่ะ ขอกลับไปคิดก่อนน้า',
    'ขอเอาไปคิดดูก่อนนะครับ',
    'eek ok. actually don’t sign me up yet, need to wait for payday. will message again',
    'Cheers, I’ll have a think',
    'ยังไม่ต้องจองนะคะ รอเงินเดือนออกก่อน',
  ])('%s', (said) => expect(thinksItOver(said)).toBe(true))

  it.each([
    'I think 5 people',
    'can we come tomorrow?',
    'พรุ่งนี้ได้ไหมคะ',
    'ขอตอบว่าไป 4 คน วันที่ 12 ค่ะ',
    '明日でお願いします',
    'ขอดูรอบวันที่ 12 ก่อนค่ะ',
    'what do you think?',
    'ขอจอง 2 ที่ค่ะ',
    'ขอถามหน่อยค่ะ',
    'no',
    'ริมน้ำค่ะ',
    'will you message me again?',
    'please sign me up',
  ])('not: %s', (said) => expect(thinksItOver(said)).toBe(false))
})

describe('whichever comes first', () => {
  test.each([
    'next departure please',
    'the next one',
    'soonest',
    'The soonest available, please',
    'as soon as possible',
    'ASAP',
    'earliest date',
    "we'll take the next available",
    'first available',
    'รอบถัดไป',
    'ขอรอบถัดไปค่ะ',
    'รอบที่เร็วที่สุดเลยครับ',
    'เอารอบใกล้สุดค่ะ',
    '一番早い日',
    '一番早い日でお願いします',
    '次の回でお願いします',
    'できるだけ早く',
    '最早的',
    '下一班',
  ])('%s', (said) => expect(wantsSoonest(said)).toBe(true))
  test.each([
    'next week',
    'next Friday',
    'soon',
    'first week of March',
    'the first',
    'not the next one',
    'next to the window',
    'as soon as my wife is back',
    'when is the next departure?',
    'สัปดาห์ถัดไป',
    'เดือนหน้า',
    '来月',
    '次の金曜日',
    '',
  ])('not %s', (said) => expect(wantsSoonest(said)).toBe(false))
})

describe('over the finished request', () => {
  it.each([
    'ok put us down for the first date you have',
    'sign us up please',
    "we'll take it",
    'จองเลยค่ะ',
    'それで予約します',
    'เอาค่ะ',
    'เอาอันนี้ครับ',
  ])('%s is a yes', (said) => expect(booksIt(said)).toBe(true))
  it.each([
    'book us a van as well',
    'put us down for 5 people on the 12th and 13th of January, early',
    'จองโรงแรมให้ด้วย',
    'เอา 2 อันค่ะ',
    'เอาวันเสาร์ค่ะ',
  ])('%s says more', (said) => expect(booksIt(said)).toBe(false))
})

describe('how to book is as good as a wish to', () => {
  test.each([
    'ok how can I join?',
    'how do we register',
    'จะสมัครยังไงคะ',
    'จองได้ที่ไหนครับ',
    '申し込みはどうすればいいですか',
  ])('%s', (said) => expect(asksHowToBook(said)).toBe(true))
  test.each(['how do I cancel my booking', 'ยกเลิกยังไงคะ', 'how do I get there', '予約番号はどこですか'])(
    '%s is none',
    (said) => expect(asksHowToBook(said)).toBe(false),
  )
})

// what could be taken apart in two ways each time stood still for everybody
test.each(['でお願い', 'お願いします', 'ok ', 'please ', 'ค่ะ'])('%s over and over is read at once', (word) =>
  expect(wantsSoonest(`${word.repeat(Math.floor(4_900 / word.length))}じx`)).toBe(false),
)

test.each(['let me talk to a real person please', 'let me speak to an agent'])('%s is no pause', (said) =>
  expect([thinksItOver(said), asksForPerson(said)]).toEqual([false, true]),
)
test('a price is no pause', () => expect(thinksItOver('ขอดูราคาก่อนนะคะ')).toBe(false))
test.each(['งั้นเดี๋ยวขอคุยกับหัวหน้าก่อนนะคะ', 'let me talk to my manager first'])('%s is one', (said) =>
  expect(thinksItOver(said)).toBe(true),
)
test.each(['เอาเช้าสุดเลยครับ', 'the earliest tee time please', '一番早い時間でお願いします'])('%s', (said) =>
  expect(wantsSoonest(said)).toBe(true),
)

test.each(['แป๊บนะคะ', 'เดี๋ยวนะครับ', 'wait', 'one sec!', 'ちょっと待ってください'])(
  '%s puts it off, and is nobody’s name',
  (said) => expect(thinksItOver(said)).toBe(true),
)
