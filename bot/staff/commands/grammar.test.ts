import { describe, expect, it } from 'vitest'
import { readCommand } from './grammar.ts'
import { pick } from './pick.ts'
import { commands, commandWords } from './words.ts'

describe('what staff type in their group', () => {
  it.each([
    ['/queue', 'queue', '', ''],
    ['/Q', 'queue', '', ''],
    ['/คิว', 'queue', '', ''],
    ['／キュー', 'queue', '', ''],
    ['/find คุณ สมชาย', 'find', '', 'คุณ สมชาย'],
    ['/take ML-C-5521', 'take', 'ML-C-5521', ''],
    ['/TAKE ml-c-5521', 'take', 'ml-c-5521', ''],
    ['/รับ ๕๕๒๑', 'take', '๕๕๒๑', ''],
    ['/รับเคสML-C-5521', 'take', 'ML-C-5521', ''],
    ['/担当5521', 'take', '5521', ''],
    ['@Meelike Bot /take 5521', 'take', '5521', ''],
    ['/ take 5521', 'take', '5521', ''],
    ['/give 5521 แนน วงศ์ชัย', 'give', '5521', 'แนน วงศ์ชัย'],
    ['/note 5521 คุยแล้ว\nขอส่วนลด', 'note', '5521', 'คุยแล้ว\nขอส่วนลด'],
    ['/note 5521 \u200b', 'note', '5521', ''],
    ['โน้ต C-311 \u2060\u200b', 'note', 'C-311', ''],
    ['/find \u200b', 'find', '', ''],
    ['/ตอบ 5521 สวัสดีค่ะ', 'reply', '5521', 'สวัสดีค่ะ'],
    ['/ตอบแล้ว 5521', 'outside', '5521', ''],
    ['/handback', 'handback', '', ''],
    ['/?', 'help', '', ''],
    ['/on shift', 'onshift', '', ''],
    ['เข้ากะ', 'onshift', '', ''],
    ['เข้ากะค่ะ', 'onshift', '', ''],
    ['ออกกะแล้วนะคะ', 'offshift', '', ''],
    ['เข้ากะแล้วครับ', 'onshift', '', ''],
    ['Off shift', 'offshift', '', ''],
    ['退勤します', 'offshift', '', ''],
    ['รับ C-1042', 'take', 'C-1042', ''],
    ['โน้ต C-311 คุยกับผจก.สนามแล้ว', 'note', 'C-311', 'คุยกับผจก.สนามแล้ว'],
    ['Take ml-c-๕๕๒๑', 'take', 'ml-c-๕๕๒๑', ''],
  ])('%s', (said, command, ref, rest) => {
    expect(readCommand(said)).toEqual({ command, ref, rest })
  })

  it.each([
    ['/tkae 5521', 'take'],
    ['/quue', 'queue'],
    ['/เสนอเวล', 'propose'],
    ['/resolv ML-C-1', 'resolve'],
    ['/abracadabra', undefined],
  ])('%s is not known', (said, nearest) => {
    expect(readCommand(said)).toMatchObject({ nearest })
  })

  it.each([
    'ใครว่างบ้าง',
    'รับทราบค่ะ',
    'take 5 minutes',
    'take it easy',
    'note to self',
    'ให้ 500 บาทนะ',
    'order a coffee',
    'ML-C-5521 ใครรับอยู่',
    'we are on shift until six',
    '5521',
    '/',
    '//',
    'and/or',
    '',
  ])('%s is talk', (said) => {
    expect(readCommand(said)).toBeUndefined()
  })

  it('has no two commands by one name', () => {
    const names = commands.flatMap((it) =>
      (['en', 'th', 'ja'] as const).flatMap((language) => commandWords[it][language]),
    )
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('a name that was typed', () => {
  const team = [
    { key: 'nan_admin', names: ['Nan Wongchai', 'แนน วงศ์ชัย'] },
    { key: 'ton', names: ['Ton Phasuk', 'ต้น ผาสุข'] },
    { key: 'tonnam', names: ['Tonnam', 'ต้นน้ำ'] },
  ]
  it.each([
    ['แนน', ['nan_admin']],
    ['NAN', ['nan_admin']],
    ['ton', ['ton']],
    ['ต้น', ['ton', 'tonnam']],
    ['wong', ['nan_admin']],
    ['ผาสุข', ['ton']],
    ['สมชาย', []],
    ['  ', []],
  ])('%s', (said, keys) => {
    expect(pick(team, said).map((it) => it.key)).toEqual(keys)
  })
})
