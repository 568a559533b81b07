import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import { namedOffer, namedOfferTo, offerAt } from './named-offer.ts'

const things = (them: [string, string, string[]][]) =>
  them.map(([name, th, destinations]) => ({
    name,
    names: { en: name, th },
    destinations,
  })) as unknown as CatalogueItem[]

const tours = things([
  ['Bangkok to Chiang Mai by Rail', 'รถไฟกรุงเทพ–เชียงใหม่', ['Bangkok', 'Ayutthaya', 'Chiang Mai']],
  ['Northern Hill Trails', 'เดินเขาเมืองเหนือ', ['Chiang Mai', 'Chiang Rai']],
])
const courses = things([
  ['Doi Kham Fah Golf', 'ดอยคำฟ้า กอล์ฟ', ['Chiang Mai']],
  ['Naga Ridge Golf Club', 'นาคาริดจ์ กอล์ฟคลับ', ['Bang Na, Samut Prakan']],
  ['Sala Pines Country Club', 'ศาลาไพน์ส คันทรีคลับ', ['Pathum Thani']],
])

describe('one of what was put before them, named in a few words', () => {
  it.each([
    ['the northern one pls', tours, 'Northern Hill Trails'],
    ['I’d go with the hill trails', tours, 'Northern Hill Trails'],
    ['rail!', tours, 'Bangkok to Chiang Mai by Rail'],
    ['Chiang Rai please', tours, 'Northern Hill Trails'],
    ['ปทุมอะครับ', courses, 'Sala Pines Country Club'],
    ['แถวๆ บางนาค่ะ', courses, 'Naga Ridge Golf Club'],
    ['เอาศาลาไพน์ส', courses, 'Sala Pines Country Club'],
  ] as const)('%s', (said, offered, meant) => expect(namedOffer(said, [...offered])?.name).toBe(meant))

  it.each([
    ['chiang mai', tours],
    ['not the northern one', tours],
    ['the northern one on 12 dec', tours],
    ['the cheaper one', tours],
    ['golf', courses],
    ['สนามไหนก็ได้', courses],
    ['ok', courses],
    ['', tours],
  ] as const)('%s names none', (said, offered) => expect(namedOffer(said, [...offered])).toBeUndefined())
})

const treatments = things([
  ['Aroma massage 90 min', 'นวดอโรมา 90 นาที', []],
  ['Thai massage 120 min', 'นวดแผนไทย 120 นาที', []],
])
const cars = things([
  ['Airport transfer, Alphard', 'อัลพาร์ดรับส่งสนามบิน', []],
  ['Hua Hin one way, Alphard', 'อัลพาร์ดไปหัวหินเที่ยวเดียว', []],
])

describe('as it is called in Thai, with other tones or cut anywhere', () => {
  it.each(['เอาอโรม่าแล้วกันค่ะ', 'อโรมาค่ะ'])('%s', (said) =>
    expect(namedOffer(said, treatments)?.name).toBe('Aroma massage 90 min'),
  )
  it.each(['เอานวดค่ะ', 'อะไรก็ได้', 'อโรม่าไทย'])('not %s', (said) => expect(namedOffer(said, treatments)).toBeUndefined())
})

it('the one of several that goes where they go', () => {
  expect(namedOfferTo('fine, go with the alphard', cars, 'Suvarnabhumi Airport')?.name).toBe(
    'Airport transfer, Alphard',
  )
  expect(namedOfferTo('the alphard', cars, 'Pattaya')).toBeUndefined()
  expect(namedOfferTo('the limousine', cars, 'Suvarnabhumi Airport')).toBeUndefined()
})

it('the only one that is where they say, in any language', () => {
  expect(offerAt('4名です。ゴルフはチェンマイの方がいいです', courses)?.name).toBe('Doi Kham Fah Golf')
  expect(offerAt('ขอแถวบางนาหรือเชียงใหม่ก็ได้', courses)).toBeUndefined()
  expect(offerAt('anywhere', courses)).toBeUndefined()
})
