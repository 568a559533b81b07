import { describe, expect, it } from 'vitest'
import { lessonFiles } from '../base/lesson-files.ts'
import { thingsWished, unheardThing, wordsOfWishes } from './unheard.ts'

describe('the thing that is wished for', () => {
  it.each([
    ['Can you arrange a yacht for Saturday, 6 of us?', ['yacht']],
    ['we’d like to hire a private chef', ['private chef']],
    ['book my wife a hair appointment on friday', ['hair appointment']],
    ['Boxing lesson for two tomorrow at 10', ['boxing lesson']],
    ['hi there, concert tickets for Saturday please', ['concert tickets']],
    ['ขอจองช่างภาพวันเสาร์ 2 คน', ['ช่างภาพ']],
    ['อยากเช่าเรือยอช์ต ๖ คนครับ', ['เรือยอช์ต']],
    ['ดำน้ำวันอาทิตย์', []],
    ['土曜にカメラマンをお願いしたい', ['カメラマン']],
    ['ボクシングのレッスンを予約したい', ['ボクシングのレッスン']],
    // a name is no thing, and what only ends or begins like a word of wishing is none
    ['book Doug and me for Saturday', []],
    ['we are here for three nights', []],
    ['can we come on friday', []],
    ['ปัญหาเดิม', []],
    ['จองงงงงง', []],
    ['', []],
    ['🙏🙏', []],
    ['hi,'.repeat(3_000), []],
    [`hi${' ,'.repeat(3_000)}`, []],
    [`book a ${'x'.repeat(4_000)}`, [`${'x'.repeat(4_000)}`]],
  ])('%j', (said, things) => {
    expect(thingsWished(said)).toEqual(things)
  })
})

describe('what nobody ever wished for here', () => {
  const wishes = lessonFiles()
    .flatMap(({ text }) => text.split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as { text: string; booking_kind?: string })
    .filter((it) => it.booking_kind === 'tee_time')
    .map((it) => it.text)
  const met = wordsOfWishes(wishes) ?? new Uint8Array()

  it.each([
    ['Can you arrange a yacht for Saturday?', 'yacht'],
    ['YACHTS for Saturday please', 'YACHTS'],
    ['ขอจองช่างภาพวันเสาร์ค่ะ', 'ช่างภาพ'],
    ['花束を金曜に届けてほしい', '花束'],
    ['book a round for 3 on Saturday', undefined],
    ['Could you sort out a fourball or a photographer?', undefined],
    ['for three on Friday', undefined],
    ['', undefined],
  ])('%j', (said, thing) => {
    expect(unheardThing(met, said)).toBe(thing)
  })

  it('is not known of a business with few wishes', () => {
    expect(wordsOfWishes(wishes.slice(0, 59))).toBeUndefined()
    expect(wordsOfWishes(wishes.slice(0, 60))).toBeDefined()
  })
})
