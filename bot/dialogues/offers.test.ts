import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import { endOfDay, namedFirst, offersFor, startOfDay } from './offers.ts'

describe('a calendar day as instants of the tenant’s zone', () => {
  it.each([
    ['2026-12-12', '2026-12-11T17:00:00.000Z', '2026-12-12T17:00:00.000Z'],
    ['2026-12-31', '2026-12-30T17:00:00.000Z', '2026-12-31T17:00:00.000Z'],
  ])('%s begins and ends at midnight in Bangkok', (day, from, to) => {
    expect(startOfDay(day, 'Asia/Bangkok').toISOString()).toBe(from)
    expect(endOfDay(day, 'Asia/Bangkok').toISOString()).toBe(to)
  })

  it('takes the 31st as the end of any month: a whole month is asked for so', () => {
    expect(endOfDay('2027-02-31', 'Asia/Bangkok').toISOString()).toBe('2027-02-28T17:00:00.000Z')
    expect(endOfDay('2027-04-31', 'Asia/Bangkok').toISOString()).toBe('2027-04-30T17:00:00.000Z')
  })
})

describe('what was named stands first', () => {
  const items = [
    {
      key: 'izakaya-opening-course',
      name: 'Izakaya Opening Course',
      aliases: [],
      destinations: [],
      names: { th: 'คอร์สเปิดร้านอิซากายะ', ja: '居酒屋開業コース' },
    },
    {
      key: 'ramen-master',
      name: 'Ramen Master',
      aliases: [],
      destinations: [],
      names: { th: 'ราเมนมาสเตอร์', ja: 'ラーメンマスター' },
    },
    {
      key: 'sushi-professional',
      name: 'Sushi Professional',
      aliases: [],
      destinations: [],
      names: { th: 'ซูชิมืออาชีพ', ja: '寿司プロコース' },
    },
    {
      key: 'tonkotsu-in-a-day',
      name: 'Tonkotsu in a Day',
      aliases: [],
      destinations: [],
      names: { th: 'ราเมนทงคตสึวันเดียว', ja: '一日とんこつラーメン' },
    },
  ] as unknown as CatalogueItem[]
  it.each([
    ['寿司のコースに申し込みたいのですが', 'Sushi Professional'],
    ['I would love the sushi one', 'Sushi Professional'],
    ['อยากเรียนซูชิค่ะ', 'Sushi Professional'],
    ['居酒屋を開きたい', 'Izakaya Opening Course'],
    ['ramen please', 'Ramen Master'],
  ])('%s', (said, first) => expect(namedFirst(said, items)[0]?.name).toBe(first))

  it('or the one in the place that was named', () => {
    const courses = [
      { key: 'doi-kham-fah-golf', name: 'Doi Kham Fah Golf', aliases: [], names: {}, destinations: ['Chiang Mai'] },
      {
        key: 'sala-pines-country-club',
        name: 'Sala Pines Country Club',
        aliases: [],
        names: {},
        destinations: ['Pathum Thani'],
      },
    ] as unknown as CatalogueItem[]
    expect(namedFirst('ออกรอบแถวปทุม เช้าๆ', courses)[0]?.name).toBe('Sala Pines Country Club')
  })

  it('or by another spelling it goes by, which counts less than its own name', () => {
    const kinds = [
      { key: 'followers', name: 'Followers', names: {}, destinations: [], aliases: ['ฟอล'] },
      { key: 'likes', name: 'Likes', names: { th: 'ถูกใจ' }, destinations: [], aliases: ['ไลค์'] },
    ] as unknown as CatalogueItem[]
    expect(namedFirst('เอาไลค์ 500', kinds)[0]?.key).toBe('likes')
    expect(namedFirst('followers, not ไลค์', kinds)[0]?.key).toBe('followers')
  })

  it('and nothing moves when nothing was named', () => {
    expect(namedFirst('สองคนค่ะ', items)).toEqual(items)
    expect(namedFirst('', items)).toEqual(items)
  })
})

describe('what goes where they want to go', () => {
  const tours = [
    { name: 'Slow Mekong', destinations: ['Huay Xai', 'Luang Prabang'], data: { countries: ['TH', 'LA'] }, nights: 5 },
    { name: 'Hokkaido Powder Family', destinations: ['Sapporo'], data: { countries: ['JP'] }, nights: 5 },
    { name: 'Nan & Pua Homestay', destinations: ['Nan', 'Pua'], data: {}, nights: 3 },
  ] as unknown as CatalogueItem[]
  it.each([
    ['Luang Prabang', ['Slow Mekong']],
    ['Laos', ['Slow Mekong']],
    ['Japan', ['Hokkaido Powder Family']],
    ['Hokkaido', ['Hokkaido Powder Family']],
    ['Nan', ['Nan & Pua Homestay']],
    ['Laos; Japan', ['Slow Mekong', 'Hokkaido Powder Family']],
    ['Peru', []],
  ])('%s', (destination, fitting) => expect(offersFor({ destination }, tours).map((it) => it.name)).toEqual(fitting))
})
