import { expect, it } from 'vitest'
import { thingCalled } from './thing-called.ts'

it.each([
  ['hi, how much is the bread class?', 'bread', 'bread'],
  ['how much is the Iceland tour?', 'iceland', 'Iceland'],
  ['มีคลาสทำขนมปังไหมคะ', 'ทำขนมปัง', 'ขนมปัง'],
  ['คอร์สขนมปังราคาเท่าไหร่คะ', 'ขนมปัง', 'ขนมปัง'],
  ['パン教室はいくらですか', 'パン教室', 'パン'],
  ['パン作りのクラスはありますか', 'パン作り', 'パン'],
  ['how much is parking at the class?', 'parking', undefined],
  ['how much is the deposit?', 'deposit', undefined],
])('%s: %s is %s', (said, word, name) => expect(thingCalled(said, word)).toBe(name))
