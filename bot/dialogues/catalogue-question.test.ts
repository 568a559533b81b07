import { describe, expect, test } from 'vitest'
import { catalogueQuestion } from './catalogue-question.ts'

describe('a question about what is on sale', () => {
  test.each([
    ['how much is the Slow Mekong tour?', ['Slow Mekong'], 'price'],
    ['Slow Mekong price pls', ['Slow Mekong'], 'price'],
    ['HOW MUCH FOR THE RIVER TRIP FOR 4 PEOPLE', ['RIVER', '4 PEOPLE'], 'price'],
    ['what does it cost per person', [], 'price'],
    ['when does the next round leave?', [], 'when'],
    ['what dates do you have for Slow Mekong', ['Slow Mekong'], 'when'],
    ['any seats left on the 12th?', ['the 12th'], 'seats'],
    ['is Borneo Wild fully booked?', ['Borneo Wild'], 'seats'],
    ['what do you have in Chiang Mai for 3 days?', ['Chiang Mai', '3 days'], 'what'],
    ['do you have any tours to Laos', ['Laos'], 'what'],
    ['how long is it and how much', [], 'length price'],
    ['tell me about the Slow Mekong trip', ['Slow Mekong'], 'about'],
    ['what’s the Slow Mekong like?', ['Slow Mekong'], 'about'],
    ['can you send me details of Borneo Wild please', ['Borneo Wild'], 'about'],
    ['I’d like to know more about the Borneo Wild tour', ['Borneo Wild'], 'about'],
    ['what will we see on Slow Mekong', ['Slow Mekong'], 'about'],
    ['what do I learn in the Wagashi course', ['Wagashi'], 'about'],
    ['ขอรายละเอียดคอร์สซูชิหน่อยค่ะ', ['ซูชิ'], 'about'],
    ['คลาสราเมนเป็นยังไงคะ', ['ราเมน'], 'about'],
    ['อยากรู้เรื่องทริปภูฏานค่ะ', ['ภูฏาน'], 'about'],
    ['ทริปเกียวโตไปไหนบ้างคะ', ['เกียวโต'], 'about'],
    ['寿司コースについて詳しく教えてください', ['寿司'], 'about'],
    ['京都のツアーはどんな内容ですか', ['京都'], 'about'],
    ['介绍一下清迈的团', ['清迈'], 'about'],
    ['มีรอบเสาร์นี้ไหมคะ', ['เสาร์นี้'], 'when'],
    ['มีเรียนอะไรบ้างคะ', [], 'what'],
    ['どんなツアーがありますか', [], 'what'],
    ['how many sessions is the course', [], 'length'],
    ['ราคาเท่าไหร่คะ', [], 'price'],
    ['สนใจคอร์สนี้ค่ะ คนละเท่าไร', [], 'price'],
    ['คอร์สนี้เรียนกี่ครั้ง', [], 'length'],
    ['ทริปน่านกี่วันคะ', ['น่าน'], 'length'],
    ['รอบหน้าเมื่อไหร่คะ', [], 'when'],
    ['เดือนหน้ามีรอบไหมครับ', ['เดือนหน้า'], 'when'],
    ['เหลือกี่ที่คะ', [], 'seats'],
    ['วันที่ ๑๒ ยังว่างไหม', ['วันที่ ๑๒'], 'seats'],
    ['มีทริปไหนไปเชียงใหม่บ้างคะ', ['เชียงใหม่'], 'what'],
    ['いくらですか', [], 'price'],
    ['次回はいつですか', [], 'when'],
    ['12日に空きはありますか', ['12日'], 'seats'],
    ['何日間のツアーですか', [], 'length'],
    ['京都に行くツアーはありますか', ['京都'], 'what'],
    ['多少钱一个人', [], 'price'],
    ['还有位子吗', [], 'seats'],
    ['下一期什么时候', [], 'when'],
    ['是否有去清迈的团', ['清迈'], 'what'],
  ])('%s', (said, known, asks) => {
    const question = catalogueQuestion(said, known)
    expect(question?.rest).toEqual([])
    expect(question?.asks.toSorted()).toEqual(asks.split(' ').toSorted())
  })

  test.each([
    ['how much is the deposit for Slow Mekong?', ['Slow Mekong']],
    ['how much for my 6 year old', []],
    ['is lunch included in the price', []],
    ['tell me about your refund policy', []],
    ['キャンセルについて教えてください', []],
    ['when do we get our vouchers', []],
    ['when does my trip start', []],
    ['how long before I get a refund?', []],
    ['how many people are in a group', []],
    ['ต้องวางมัดจำเท่าไหร่', []],
    ['ราคานี้รวมตั๋วเครื่องบินยัง', []],
    ['ลูก 6 ขวบคิดเท่าไหร่', []],
    ['จอดรถชั่วโมงละกี่บาท', []],
    ['เครดิตหมดอายุกี่เดือน', []],
    ['予約金はいくらですか', []],
    ['チップはいくらですか', []],
    ['价格包含机票吗', []],
  ])('%s: something else is asked as well', (said, known) => {
    const question = catalogueQuestion(said, known)
    expect(question === undefined || question.rest.length > 0).toBe(true)
  })

  test.each(['', '???', 'I want to book Slow Mekong for two', 'จองราเมน 2 ที่ค่ะ', 'thanks', 'my bus never came', '你好'])(
    '%s: none',
    (said) => expect(catalogueQuestion(said)).toBeUndefined(),
  )

  test('names of things stand in the rest when nobody has read them', () =>
    expect(catalogueQuestion('how much is the kaiseki course?')).toEqual({ asks: ['price'], rest: ['kaiseki'] }))

  test('five thousand letters take no time', () => {
    const begun = performance.now()
    catalogueQuestion(`${'how much is the tour when does it leave '.repeat(130)}ราคาเท่าไหร่`)
    expect(performance.now() - begun).toBeLessThan(250)
  })
})
