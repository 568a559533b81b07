import { describe, expect, it } from 'vitest'
import twilio from 'twilio'
import type { Heard } from '../heard.ts'
import { bubblesIn, eventOf, formOf, hasTooManyFields, hear, idsOf } from './parse.ts'

const SID = `SM${'0a'.repeat(16)}`
const at = new Date('2026-11-20T03:00:00Z')
const posted = (fields: Record<string, string>) =>
  Buffer.from(new URLSearchParams({ MessageSid: SID, From: 'whatsapp:+66812345678', ...fields }).toString())
const heard = (fields: Record<string, string>) => hear(posted(fields), at)

describe('a webhook of Twilio', () => {
  it('is signed as in Twilio’s own example', () => {
    const params = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    }
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
    expect(twilio.validateRequest('12345', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', url, params)).toBe(true)
    expect(twilio.validateRequest('12345', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', `${url}&x=`, params)).toBe(false)
  })

  it('may have fields of any name: all are signed, none is taken for what objects are born with', () => {
    const form = formOf(Buffer.from('constructor=1&toString=2&__proto__=3&__proto__=4'))
    expect(Object.entries(form)).toEqual([
      ['constructor', '1'],
      ['toString', '2'],
      ['__proto__', ['3', '4']],
    ])
  })

  it('of a stranger costs no more than its length: a name that comes again and again, and more fields than Twilio knows', () => {
    const again = Buffer.from('a=1&'.repeat(240_000))
    expect(formOf(again)['a']).toHaveLength(240_000)
    expect(hasTooManyFields(again)).toBe(true)
    const most = Array.from({ length: 1_000 }, (_, at) => `f${at}=`).join('&')
    expect(hasTooManyFields(Buffer.from(most))).toBe(false)
    expect(hasTooManyFields(Buffer.from(`${most}&one=more`))).toBe(true)
    expect(hasTooManyFields(Buffer.alloc(0))).toBe(false)
  })

  it.each<[string, Record<string, string>, Partial<Heard> & Record<string, unknown>]>([
    ['words', { Body: 'สวัสดี ๒ คน 🙏' }, { kind: 'text', text: 'สวัสดี ๒ คน 🙏' }],
    ['a NUL', { Body: 'a\u0000b' }, { kind: 'text', text: 'ab' }],
    [
      'a button',
      { Body: 'Yes', ButtonText: 'Yes', ButtonPayload: 'b1.menu.person.x' },
      { kind: 'tap', data: 'b1.menu.person.x' },
    ],
    [
      'a row of a list',
      { Body: 'One', ListId: 'b1.menu.book.x', ListTitle: 'One' },
      { kind: 'tap', data: 'b1.menu.book.x' },
    ],
    ['a button that says words', { Body: 'Yes', ButtonPayload: 'say:I agree' }, { kind: 'text', text: 'I agree' }],
    [
      'a day',
      { Body: 'Sun 6 Dec', ListId: 'd:2026-12-06:b1.answer.x' },
      { kind: 'tap', data: 'b1.answer.x', picked: '2026-12-06' },
    ],
    [
      'a picture',
      { Body: '', NumMedia: '1', MediaContentType0: 'image/jpeg' },
      { kind: 'image', media: { origin: undefined } },
    ],
    [
      'a picture that lies where no address leads',
      { NumMedia: '1', MediaContentType0: 'image/jpeg', MediaUrl0: `https://api.twilio.com/${'x'.repeat(3_000)}` },
      { kind: 'image', media: { origin: undefined } },
    ],
    [
      'a picture with words',
      { Body: 'this one', NumMedia: '1', MediaContentType0: 'image/jpeg' },
      { kind: 'text', text: 'this one' },
    ],
    ['a voice message', { NumMedia: '1', MediaContentType0: 'audio/ogg' }, { kind: 'audio' }],
    ['a contact card', { NumMedia: '1', MediaContentType0: 'text/vcard' }, { kind: 'file' }],
    ['a sticker', { NumMedia: '1', MediaContentType0: 'image/webp', MessageType: 'sticker' }, { kind: 'sticker' }],
    ['a place', { Latitude: '13.7', Longitude: '100.5', Label: 'Home' }, { kind: 'location' }],
    ['something new', { MessageType: 'hologram', Body: '' }, { kind: 'unknown', what: 'hologram' }],
    ['a heart on a message', { MessageType: 'reaction', Body: '' }, { kind: 'ignored' }],
    ['words without a word', { MessageType: 'text', Body: '' }, { kind: 'ignored' }],
    ['STOP', { Body: ' Stop. ' }, { kind: 'stopped', told: false }],
    ['STOP in Thai', { Body: 'หยุดส่งข้อความ' }, { kind: 'stopped', told: false }],
    ['STOP in Japanese', { Body: '配信停止。' }, { kind: 'stopped', told: false }],
    ['STOP that Twilio answered', { Body: 'bye', OptOutType: 'STOP' }, { kind: 'stopped', told: true }],
    ['START', { Body: 'START' }, { kind: 'started', told: false }],
    ['stop in a sentence', { Body: 'please stop the top-up' }, { kind: 'text', text: 'please stop the top-up' }],
  ])('is heard: %s', (_, fields, expected) => {
    expect(heard(fields)).toMatchObject({ ...expected, userId: '+66812345678', at, messageId: SID })
  })

  it.each<[string, Record<string, string>, string[]]>([
    ['a number', {}, ['+66812345678']],
    ['an id and a number', { ExternalUserId: 'whatsapp:TH.ab12' }, ['TH.ab12', '+66812345678']],
    ['an id alone', { From: 'whatsapp:TH.ab12' }, ['TH.ab12']],
    ['an id, its number beside it', { From: 'whatsapp:TH.ab12', WaId: '66812345678' }, ['TH.ab12', '+66812345678']],
    ['the same id twice', { From: 'whatsapp:TH.ab12', ExternalUserId: 'whatsapp:TH.ab12' }, ['TH.ab12']],
    ['a long id', { From: `whatsapp:TH.${'a'.repeat(125)}` }, [`TH.${'a'.repeat(125)}`]],
    ['nobody', { From: "whatsapp:' or 1=1 --" }, []],
  ])('is of %s', (_, fields, ids) => {
    expect(idsOf(formOf(posted(fields)))).toEqual(ids)
    expect(eventOf(formOf(posted(fields)))?.ids).toEqual(ids.length ? ids : undefined)
  })

  it('is two bubbles when words stand under a picture', () => {
    const raw = posted({
      Body: 'this & that',
      NumMedia: '1',
      MediaUrl0: 'https://x.test/1',
      MediaContentType0: 'image/png',
    })
    const bubbles = bubblesIn(formOf(raw), raw)
    expect(bubbles.map((it) => hear(it.raw, at))).toMatchObject([
      { kind: 'image', media: { origin: 'https://x.test/1' } },
      { kind: 'text', text: 'this & that' },
    ])
    expect(new Set(bubbles.map((it) => it.tail)).size).toBe(2)
    expect(bubblesIn(formOf(posted({ Body: 'x' })), raw)).toEqual([{ tail: '', raw }])
  })

  it('is no event without a message id', () => {
    expect(eventOf(formOf(posted({ MessageSid: 'SM1' })))).toBeUndefined()
    expect(eventOf(formOf(Buffer.from('%00=%00&&&=')))).toBeUndefined()
  })
})
