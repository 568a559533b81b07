import { describe, expect, test } from 'vitest'
import type { Gazetteer } from '../understanding.ts'
import { readNamed } from './gazetteer.ts'

const own: Gazetteer = [
  { slot: 'venue', value: 'Sala Pines Country Club', names: ['Sala Pines', 'ศาลาไพน์ส', 'サラパインズ'] },
  { slot: 'item', value: 'Slow Mekong', names: ['Slow Mekong', 'スロー・メコン'] },
]
const values = (text: string) => readNamed(text, own).map((it) => it.value.value)

describe('places and catalogue names', () => {
  test.each([
    ['thinking of chiang mai', ['Chiang Mai']],
    ['อยากไปเชียงใหม่กับฮอยอัน', ['Chiang Mai', 'Hoi An']],
    ['京都と奈良', ['Kyoto', 'Nara']],
    ['จองศาลาไพน์สพรุ่งนี้', ['Sala Pines Country Club']],
    ['the Slow Mekong boat', ['Slow Mekong']],
    ['ไปน่าน', ['Nan']],
    ['รอนานน่าเบื่อ', []],
    ['hue is a colour in explain', []],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected))
})
