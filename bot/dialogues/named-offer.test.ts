import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import { namedOffer } from './named-offer.ts'

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
