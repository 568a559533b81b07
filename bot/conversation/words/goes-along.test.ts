import { expect, test } from 'vitest'
import { goesAlong } from './goes-along.ts'

const neither = { ride: false, meal: false }
const ride = { ride: true, meal: false }
const meal = { ride: false, meal: true }

test.each([
  ['100 comments on https://facebook.com/shop/posts/99120 please', neither, ['https://facebook.com/shop/posts/99120']],
  ['Pickup at BKK, landing 06:25 TG917, 2 pax 4 bags, to the Park Hyatt', ride, ['TG917', '4 bags']],
  ['พรุ่งนี้ตี 5 ค่ะ 2 คน กระเป๋า 3 ใบ', ride, ['กระเป๋า 3 ใบ']],
  ['JL31便で着きます。スーツケース3個です', ride, ['JL31', 'スーツケース3個']],
  ['3 of us with golf bags', ride, ['golf bags']],
  ['金曜日にお寿司のおまかせを2名で', meal, ['お寿司', 'おまかせ']],
  ['dinner for the three of us, steak', meal, ['steak']],
  ['明日の夜、4名でフレンチの予約を', meal, ['フレンチ']],
  // a price, a time and a class are none of it
  ['car tomorrow 7am, 2 people, THB 1500', ride, []],
  ['french class for two', neither, []],
  ['table for 2 at 19:30', meal, []],
])('with %s go %j', (said, about, along) => expect(goesAlong(said, about)).toEqual(along))
