import { describe, expect, test } from 'vitest'
import type { Gazetteer } from '../understanding.ts'
import { readNamed } from './gazetteer.ts'
import { saidName } from './names-of-things.ts'

const own: Gazetteer = [
  { slot: 'venue', value: 'Sala Pines Country Club', names: ['Sala Pines', 'ศาลาไพน์ส', 'サラパインズ'] },
  { slot: 'venue', value: 'Chaophraya Links', names: ['เจ้าพระยาลิงก์ส'] },
  { slot: 'venue', value: 'Ember & Oak Steakhouse', names: [] },
  { slot: 'venue', value: 'Jade Lantern Hotel', names: [] },
  { slot: 'venue', value: 'Riverbend Lodge', names: ['ริเวอร์เบนด์'] },
  { slot: 'venue', value: 'Ari studio', names: [] },
  { slot: 'item', value: 'Slow Mekong', names: ['Slow Mekong', 'スロー・メコン'] },
  { slot: 'item', value: 'Wagashi Diploma', names: ['วากาชิดิพลมา'] },
  { slot: 'item', value: 'Instagram followers (mixed, 30-day refill)', names: ['ฟอลไอจี'] },
  { slot: 'item', value: 'Instagram followers (Thai)', names: ['ฟอลไอจีไทย'] },
  { slot: 'item', value: 'LINE OA friends (Thai)', names: ['เพื่อนไลน์โอเอ'] },
  { slot: 'item', value: 'Instagram likes', names: ['103'] },
  { slot: 'item', value: 'Whetstone #1000', names: ['หินลับ #1000'] },
  { slot: 'item', value: 'Whetstone #6000', names: ['หินลับ #6000'] },
  { slot: 'item', value: 'Private class (base)', names: [] },
]
const values = (text: string) => readNamed(text, own).map((it) => it.value.value)

describe('places and catalogue names', () => {
  test.each([
    ['thinking of chiang mai', ['Chiang Mai']],
    ['อยากไปเชียงใหม่กับฮอยอัน', ['Chiang Mai', 'Hoi An']],
    ['京都と奈良', ['Kyoto', 'Nara']],
    ['想去清迈和普吉岛', ['Chiang Mai', 'Phuket']],
    ['ไปน่าน', ['Nan']],
    ['สนามบินพาโร', ['Paro Airport']],
    ['at Phnom Penh airport', ['Phnom Penh Airport']],
    ['プノンペン空港', ['Phnom Penh Airport']],
    ['Kyoto station', ['Kyoto Station']],
    ['รับจากลาดพร้าว', ['Lat Phrao']],
    ['นนทบุรี', ['Nonthaburi']],
    ['จองศาลาไพน์สพรุ่งนี้', ['Sala Pines Country Club']],
    ['the Slow Mekong boat', ['Slow Mekong']],
    ['table at Ember and Oak', ['Ember & Oak Steakhouse']],
    ['the Riverbend', ['Riverbend Lodge']],
    ['สั่ง 103 500', ['Instagram likes']],
    ['บริการ 103 ราคาเท่าไหร่', ['Instagram likes']],
    ['103 x 500 please', ['Instagram likes']],
    ['โอนไป 103 ยังไม่เข้า', []],
    ['เติมเงิน 103 บาท', []],
    ['I paid 103 for it', []],
    ['only 103 likes came', []],
    ['ยอดค้าง 103/500', []],
    ['1,103 views', []],
    ['ลูกแพ้ถั่วในคลาสอารีย์', ['Ari studio']],
    ['ฟอลไอจี 500', ['Instagram followers']],
    ['ฟอลไอจีไทย 500', ['Instagram followers (Thai)']],
    ['เพื่อนไลน์โอเอ', ['LINE OA friends']],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected))

  test.each([
    ['salapines tomorrow', ['Sala Pines Country Club']],
    ['Sala-Pines', ['Sala Pines Country Club']],
    ['Sala Pinse', ['Sala Pines Country Club']],
    ['ซาลาไพน์ส', ['Sala Pines Country Club']],
    ['ศาลาไพส์', ['Sala Pines Country Club']],
    ['ศาลา ไพน์ส', ['Sala Pines Country Club']],
    ['เจ้าพระยาลิ้งส์', ['Chaophraya Links']],
    ['เจ้าพระยาลิงค์ส', ['Chaophraya Links']],
    ['chao phraya links', ['Chaophraya Links']],
    ['Jade Lantren', ['Jade Lantern Hotel']],
    ['サラ・パインズ', ['Sala Pines Country Club']],
    ['chaing mai', ['Chiang Mai']],
    ['Kanchanaburri', ['Kanchanaburi']],
    ['หลวงพะบาง', ['Luang Prabang']],
    ['wagashi dipoma', ['Wagashi Diploma']],
  ])('with slips, %s', (text, expected) => expect(values(text)).toEqual(expected))

  test.each([
    'รอนานน่าเบื่อ',
    'hue is a colour in explain',
    'ใครเห็นบ้าง น่าจะลืมไว้',
    'เก่ามากและไม่มีเสื้อชูชีพ',
    'ขอสายคุณหนิง',
    'a private word please',
    'salary pines for me',
    'ศาลาริมน้ำ',
    'หินลับ #3000',
    'แขกญี่ปุ่น 4 ท่าน',
    '日本語ガイド',
    'Bangkok Airways cancelled',
    'my Singapore card',
    'อีกแล้ว เลยไม่ได้ไป',
    'lower bends',
  ])('%s names nothing', (text) => expect(values(text)).toEqual([]))

  test('what stands is what the customer wrote', () =>
    expect(readNamed('จองซาลาไพน์สให้ที', own)[0]).toEqual({
      index: 3,
      text: 'ซาลาไพน์ส',
      value: { slot: 'venue', value: 'Sala Pines Country Club' },
    }))
})

test('an item is called by its name without the note in brackets, unless two would share it', () => {
  const names = ['LINE OA friends (Thai)', 'Likes', 'Likes (Thai)', 'Views (fast)', 'Views (slow)']
  expect(names.map((it) => saidName(it, names))).toEqual([
    'LINE OA friends',
    'Likes',
    'Likes (Thai)',
    'Views',
    'Views (slow)',
  ])
})
