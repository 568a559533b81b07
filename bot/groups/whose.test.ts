import { expect, test } from 'vitest'
import { tellingParts } from './whose.ts'

test.each([
  ['Prime x Siam Orbit', 'Prime', ['siam', 'orbit']],
  ['VIP • Sky Agency', 'Meelike', ['sky', 'agency']],
  ['Meelike x ThaiReal', 'Meelike', ['thaireal']],
  ['กลุ่ม สยามออร์บิท', 'Prime', ['สยามออร์บิท']],
  ['VIP', 'V School', []],
  ['', 'Prime', []],
])('%s tells %j', (group, tenant, parts) => expect(tellingParts(group, tenant)).toEqual(parts))
