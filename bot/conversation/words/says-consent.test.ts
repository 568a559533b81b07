import { expect, it } from 'vitest'
import { copyIn } from '../../copy/copy.ts'
import { saysConsent } from './says-consent.ts'

it.each([
  copyIn('th').consent.yes,
  copyIn('ja').consent.yes,
  'ยินยอมค่ะ',
  'อนุญาตให้เก็บข้อมูลได้ครับ',
  'เก็บได้ค่ะ',
  'はい、同意します',
  '同意いたします。',
  'I consent',
  'yes, you can keep my details',
])('%s is a consent', (said) => expect(saysConsent(said)).toBe(true))

it.each([
  'ใช่ค่ะ',
  'ส่งเลยค่ะ',
  'ไม่ยินยอม',
  'yes',
  'I agree, send it',
  '同意しない',
  'はい、送信してください',
  'ยินยอมค่ะ ส่งเลย',
])('%s is none, or more', (said) => expect(saysConsent(said)).toBe(false))
