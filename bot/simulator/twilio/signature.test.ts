import { expect, it } from 'vitest'
import { signatureOf } from './signature.ts'

it('signs as Twilio does: its own published example', () => {
  const form = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  }
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
  expect(signatureOf('12345', url, form)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
  expect(signatureOf('12345', url, { ...form, Body: '' })).not.toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
})
