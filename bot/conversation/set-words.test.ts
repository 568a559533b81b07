import { describe, expect, it } from 'vitest'
import { isAdvertising, isGreeting, isResume, isThanks, menuNamed } from './set-words.ts'

describe('words that mean one thing wherever they are said', () => {
  it.each(['สวัสดีค่ะ', 'hello', 'Good morning!', 'こんにちは', 'おはようございます'])('%s greets', (said) =>
    expect(isGreeting(said)).toBe(true),
  )
  it.each(['hello, my top-up is missing', 'สวัสดีค่ะ เติมเงินไม่เข้า', 'hi-fi'])('%s says more', (said) =>
    expect(isGreeting(said)).toBe(false),
  )
  it.each(['thanks a lot', 'ขอบคุณมากค่ะ', 'ありがとうございます'])('%s thanks', (said) =>
    expect(isThanks(said)).toBe(true),
  )
  it.each(['continue', 'Back to my booking', 'จองต่อค่ะ', '続けます'])('%s goes on', (said) =>
    expect(isResume(said)).toBe(true),
  )
  it('ต่อรองราคา is no wish to go on', () => expect(isResume('ต่อรองราคาได้ไหมคะ')).toBe(false))
  it('knows an advertisement by its link and its words', () => {
    expect(isAdvertising('win a free iphone click http://spam.example now!!!')).toBe(true)
    expect(isAdvertising('รับปล่อยกู้ดอกต่ำ แอดไลน์ @moneyfast')).toBe(true)
    expect(isAdvertising('the payment page https://pay.example does not load')).toBe(false)
    expect(isAdvertising('is airport pick-up free? my e-mail is ana@example.com')).toBe(false)
  })
  it('knows the menu by its own words', () => expect(menuNamed('คุยกับเจ้าหน้าที่')).toBe('person'))
})
