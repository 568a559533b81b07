import { expect, test } from 'vitest'
import type { Gazetteer } from '../understanding.ts'
import { readNamed } from './gazetteer.ts'

const gazetteer: Gazetteer = [
  {
    slot: 'item',
    value: 'Instagram followers (mixed, 30-day refill)',
    names: [
      'ฟอลไอจีมิกซ์ ประกัน 30 วัน',
      'IG followers',
      'ฟอลไอจี',
      'Instagramフォロワー（ミックス）',
      'Instagramフォロワー',
    ],
  },
  {
    slot: 'item',
    value: 'Instagram followers (Thai)',
    names: ['ฟอลไอจีคนไทย', 'Instagramフォロワー（タイ人）'],
  },
  { slot: 'item', value: 'Facebook post likes (Thai)', names: ['ไลก์โพสต์คนไทย'] },
]
const itemsIn = (said: string): string[] =>
  readNamed(said, gazetteer).flatMap((it) => (it.value.slot === 'item' ? [it.value.value] : []))

test.each([
  ['5k ig followers, thai ones', ['Instagram followers (Thai)']],
  ['ฟอลไอจี 5 พัน ขอคนไทยนะ', ['Instagram followers (Thai)']],
  ['Instagramフォロワー2000人、タイ人で', ['Instagram followers (Thai)']],
  ['5k ig followers', ['Instagram followers']],
  ['ig followers, mixed or thai?', ['Instagram followers']],
  ['ig followers from thailand', ['Instagram followers']],
  ['ฟอลไอจี 1000 กับไลก์โพสต์คนไทย 500', ['Instagram followers', 'Facebook post likes']],
])('%s: %j', (said, items) => expect(itemsIn(said)).toEqual(items))
