import { describe, expect, test } from 'vitest'
import { areaIn, arrivalIn, goalIn, hotelIn, houseNumbered, isPartOfHotel, isOfFlight, rideIn } from './where.ts'

describe('where they want to be, beside other things', () => {
  test.each([
    ['อยากตีแถวหัวหิน เช้าๆ', 'หัวหิน'],
    ['4 คน ย่านทองหล่อ งบ 5000', 'ทองหล่อ'],
    ['somewhere near Khao Yai at 7', 'Khao Yai'],
    ['8時ごろ、チェンマイ周辺で', 'チェンマイ'],
    ['ホアヒン方面でお願いします', 'ホアヒン'],
  ])('%s', (said, area) => expect(areaIn(said)).toBe(area))
  test.each([
    'ใกล้สิ้นเดือนค่ะ',
    'around 7 in the Morning',
    '7時あたりで',
    'แถวนี้มีอะไรบ้าง',
    '4 คน',
    'near the end of December',
  ])('%s names no place', (said) => expect(areaIn(said)).toBeUndefined())
})

describe('both ends of a ride', () => {
  test.each([
    ['car from Asok to Suvarnabhumi Airport at 5am', 'Asok', 'Suvarnabhumi Airport'],
    ['Pick us up from Silom Soi 6 to Navatanee golf, 3 pax', 'Silom Soi 6', 'Navatanee golf'],
    ['รถจากอโศกไปสุวรรณภูมิ พรุ่งนี้', 'อโศก', 'สุวรรณภูมิ'],
    ['シラチャからスワンナプームまでお願いします', 'シラチャ', 'スワンナプーム'],
  ])('%s', (said, from, to) => expect(rideIn(said)).toEqual({ from, to }))
  test.each(['from Monday to Friday', 'from 5 to 8 December', 'free from December to March', 'ว่างจากเช้าไปเย็น'])(
    '%s is none',
    (said) => expect(rideIn(said)).toBeUndefined(),
  )
})

test.each([
  ['our hotel is Anantara Hoi An', 'Anantara Hoi An'],
  ['ホテルはオークラです', 'オークラ'],
  ['โรงแรมชื่อ โอกุระ ค่ะ', 'โอกุระ'],
  ['ไปโรงแรมแชงกรีลาค่ะ', 'โรงแรมแชงกรีลา'],
  ['the Sukhothai hotel', 'the Sukhothai hotel'],
  ['take us to Avani Hotel at 7', 'Avani Hotel'],
  ['car tomorrow at 6am from the Sukhothai hotel for 2', 'the Sukhothai hotel'],
  ['ペニンシュラホテルまで', 'ペニンシュラホテル'],
])('%s names %s', (said, hotel) => expect(hotelIn(said)).toBe(hotel))
test.each([
  'our hotel',
  'from the hotel to the airport',
  'ไปโรงแรมค่ะ',
  'โรงแรมไหนดีคะ',
  'ホテルまで',
  'which hotel is it?',
  'we want a nice hotel',
])('%s names no hotel', (said) => expect(hotelIn(said)).toBeUndefined())
test.each([
  ['โรงแรม', 'โรงแรมแชงกรีลา', 'ไปโรงแรมแชงกรีลา', true],
  ['Sukhothai', 'the Sukhothai hotel', 'the Sukhothai hotel', true],
  ['Sukhothai', 'the Sukhothai hotel', 'to Sukhothai, the Sukhothai hotel', false],
  ['Hanoi', 'Metropole Hotel', 'Metropole Hotel in Hanoi', false],
])('%s of %s: %s', (place, hotel, said, part) => expect(isPartOfHotel(place, hotel, said)).toBe(part))

test.each([
  ['Need an airport pickup tomorrow, BKK, landing 06:25 TG917, 2 pax 4 bags, to the Park Hyatt', 'Park Hyatt'],
  ['we land at DMK at 9, please take us to our villa', undefined],
  ['arriving Suvarnabhumi 14:10, staying at the Siam Kempinski', 'Siam Kempinski'],
  ['มารับที่สุวรรณภูมิ 6 โมงเช้า ไปส่งโรงแรมแชงกรีลาค่ะ', 'โรงแรมแชงกรีลา'],
  ['空港でお迎えをお願いします。ペニンシュラまで', 'ペニンシュラ'],
])('%s arrives, and goes on to %s', (said, to) => expect(arrivalIn(said)).toEqual({ to }))
test.each(['car to Suvarnabhumi at 5am', 'ไปสนามบินพรุ่งนี้เช้า', '空港までお願いします'])('%s arrives nowhere', (said) =>
  expect(arrivalIn(said)).toBeUndefined(),
)

test.each([
  ['to Suvarnabhumi, flight is 11:25', '11:25', 'Suvarnabhumi Airport', true],
  ['ไปดอนเมือง เครื่องออก 9:40', '9:40', 'สนามบินดอนเมือง', true],
  ['フライトは10:15です', '10:15', '羽田空港', true],
  // who arrives is fetched then
  ['my flight is 11:25', '11:25', 'Sukhumvit', false],
  ['to Suvarnabhumi at 7:45 please', '7:45', 'Suvarnabhumi Airport', false],
  ['to Suvarnabhumi', '11:25', 'Suvarnabhumi Airport', false],
])('%s: %s is the time of a flight', (said, time, goal, is) => expect(isOfFlight(said, time, goal)).toBe(is))

test.each(['มีที่ไหนแนะนำแถวทองหล่อมั้ยคะ', 'แถวทองหล่อมีบ้างไหม'])('%s', (said) => expect(areaIn(said)).toBe('ทองหล่อ'))

describe('where they want to go, by its name alone', () => {
  test.each([
    ['พ่อ 78 ใช้วีลแชร์ อยากไปเชียงตุง', 'เชียงตุง'],
    ['อยากไปเที่ยวสิบสองปันนากับเพื่อน 4 คน', 'สิบสองปันนา'],
    ['อยากพาคุณแม่ไปสังขละบุรีค่ะ', 'สังขละบุรี'],
    ['We want to go to Kengtung in Feb', 'Kengtung'],
    ['trip to Dien Bien Phu, 3 people', 'Dien Bien Phu'],
    ['シーパンドンに行きたいです', 'シーパンドン'],
    ['想去景栋玩三天', '景栋'],
  ])('%s', (said, goal) => expect(goalIn(said)).toBe(goal))

  test.each([
    'อยากไปเที่ยวช่วงปีใหม่',
    'อยากไปด้วย',
    'อยากไปทะเล',
    'สนใจไปทัวร์เดือนหน้า',
    'อยากพาแม่ไปไหว้พระ',
    'I want to go to the beach',
    'going to Friday market',
    '家族旅行に行きたい',
    '来月に行きたい',
    '要去哪里',
  ])('%s names none', (said) => expect(goalIn(said)).toBeUndefined())
})

test.each([
  ['3 pax from Sukhumvit 24', 'Sukhumvit', 'Sukhumvit 24'],
  ['รับที่ทองหล่อ 13 ค่ะ', 'ทองหล่อ', 'ทองหล่อ 13'],
  ['Silom soi 6/2, 5am', 'Silom', 'Silom soi 6/2'],
  ['from Sukhumvit 3 pax', 'Sukhumvit', undefined],
  ['from Sukhumvit 5am', 'Sukhumvit', undefined],
  ['from Sukhumvit 5:30', 'Sukhumvit', undefined],
  ['from Sukhumvit 5 Feb', 'Sukhumvit', undefined],
  ['from Sukhumvit 3 bags', 'Sukhumvit', undefined],
  ['from Sukhumvit', 'Sukhumvit', undefined],
  ['สุขุมวิท 2 คน', 'สุขุมวิท', undefined],
  ['to the airport', undefined, undefined],
])('%s: the street %s is %s', (said, street, whole) => expect(houseNumbered(said, street)).toBe(whole))
