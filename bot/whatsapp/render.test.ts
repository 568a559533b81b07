import { describe, expect, it } from 'vitest'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import { newId } from '../../api/ids.ts'
import { useMasterKey } from '../../api/secrets.ts'
import type { Heard } from '../heard.ts'
import { card, open, tapsOf, text } from '../messages.ts'
import { readTap } from '../taps.ts'
import { hashOf, skeletonOf, variablesOf } from './contents.ts'
import { hear } from './parse.ts'
import { recognised } from './recognise.ts'
import { type Bubble, inWords, pieces, renderForWhatsApp } from './render.ts'

useMasterKey(Buffer.alloc(32, 1))
const tenant = newId()
const tap = tapsOf({ tenant: { id: tenant }, now: new Date() })
const acts = (count: number, label = (n: number) => `Choice ${n}`): Act[] =>
  Array.from({ length: count }, (_, index) => tap(label(index + 1), 'mean', 'case', `key${index + 1}`))

const kinds = (messages: Worded[]) => renderForWhatsApp(messages, 'en').map((it) => `${it.kind} ${it.choices.length}`)

describe('a neutral message on WhatsApp', () => {
  it.each<[string, Worded[], string[]]>([
    ['words', [text('Hello')], ['text 0']],
    ['long words', [text('word '.repeat(500))], ['text 0', 'text 0']],
    ['one choice', [text('Hello', acts(1))], ['buttons 1']],
    ['three choices', [text('Hello', acts(3))], ['buttons 3']],
    [
      'three long choices',
      [
        text(
          'Hello',
          acts(3, (n) => `A choice that is too long for a button ${n}`),
        ),
      ],
      ['list 3'],
    ],
    ['four choices', [text('Hello', acts(4))], ['list 4']],
    ['ten choices', [text('Hello', acts(10))], ['list 10']],
    ['eleven choices', [text('Hello', acts(11))], ['text 11']],
    ['long words with choices', [text('word '.repeat(300), acts(2))], ['text 0', 'buttons 2']],
    ['a link alone', [text('See', [open('Page', 'https://x.test/1')])], ['text 0']],
    ['words, then a card', [text('Here:'), card({ title: 'ML-1', acts: acts(2) })], ['buttons 2']],
    ['a picture, then words', [{ type: 'image', url: 'https://x.test/a.jpg' }, text('So?')], ['media 0', 'text 0']],
    [
      'a form',
      [{ type: 'form', text: 'Fill in', label: 'Form', url: 'https://x.test/f', acts: acts(1) }],
      ['buttons 1'],
    ],
  ])('is rendered: %s', (_, messages, expected) => expect(kinds(messages)).toEqual(expected))

  it('keeps every word of a list, and each card is a row under its name', () => {
    const cards = [1, 2].map((n) =>
      card({
        title: `Temples and markets of Chiang Mai ${n}`,
        subtitle: '3 nights · ฿9,900',
        acts: acts(1, () => 'Choose this'),
      }),
    )
    const [it] = renderForWhatsApp([{ type: 'list', text: 'Which?', cards, acts: acts(1, () => 'Cancel') }], 'en')
    if (it?.kind !== 'list') throw new Error('no list')
    expect(it.text).toContain('Temples and markets of Chiang Mai 2')
    expect(it.choices.map((one) => one.title)).toEqual([
      'Temples and markets of …',
      'Temples and markets … 2',
      'Cancel',
    ])
    expect(it.button).toBe('Choose this')
    expect(it.rows[0]).toBe('1 · Temples and markets of Chiang Mai 1 · 3 nights · ฿9,900')
  })

  it('offers the next days for a date, and takes the tapped one back as picked', () => {
    const data = 'b1.answer.x'
    const date: Worded = {
      type: 'date',
      text: 'When?',
      label: 'Pick',
      data,
      min: '2026-11-20',
      initial: '2026-11-20',
      acts: acts(1, () => 'Cancel'),
    }
    const [it] = renderForWhatsApp([date], 'en')
    expect(it?.choices).toHaveLength(10)
    expect(it?.numbered).toBe(false)
    expect(it?.choices[1]?.title).toContain('21 Nov')
    const back = hear(Buffer.from(new URLSearchParams({ ListId: it?.choices[1]?.id ?? '' }).toString()), new Date())
    expect(back).toMatchObject({ kind: 'tap', data, picked: '2026-11-21' })
    expect(renderForWhatsApp([{ ...date, max: '2026-11-22' }], 'en')[0]?.choices).toHaveLength(4)
  })

  it('fits the platform’s limits with the longest words of every language', () => {
    const long = 'นครศรีธรรมราช👨‍👩‍👧‍👦'.repeat(60)
    for (const language of ['th', 'en', 'ja'] as const)
      for (const count of [0, 1, 3, 4, 10, 11, 30])
        for (const it of renderForWhatsApp(
          [
            text(
              long,
              acts(count, (n) => `${long} ${n}`),
            ),
          ],
          language,
        )) {
          if (it.kind === 'media') throw new Error('no words')
          expect(it.text.isWellFormed()).toBe(true)
          expect(it.text.length).toBeLessThanOrEqual(it.kind === 'text' ? 1_600 : 1_024)
          const most = it.kind === 'buttons' ? 20 : 24
          expect(new Set(it.choices.map((one) => one.title)).size).toBe(it.choices.length)
          for (const one of it.choices) {
            expect(one.title.length).toBeLessThanOrEqual(most)
            expect(one.id.length).toBeLessThanOrEqual(200)
          }
          if (it.kind === 'text') continue
          for (const row of it.rows) expect(row.length).toBeLessThanOrEqual(72)
          for (const value of Object.values(variablesOf(it))) expect(value.trim()).not.toBe('')
        }
  })

  it('cuts long words into pieces without losing any', () => {
    const words = Array.from({ length: 400 }, (_, n) => `line ${n}`).join('\n')
    expect(pieces(words, 1_600).join('\n')).toBe(words)
    expect(pieces('ก'.repeat(4_000), 1_600).join('')).toBe('ก'.repeat(4_000))
  })
})

describe('stored contents', () => {
  it('are few: what differs is a variable', () => {
    const shapes = new Set<string>()
    for (let n = 1; n <= 10; n += 1)
      for (const label of ['a', 'b'])
        for (const it of renderForWhatsApp(
          [
            text(
              `words ${label}`,
              acts(n, (m) => label + m),
            ),
          ],
          'en',
        ))
          if (it.kind === 'buttons' || it.kind === 'list')
            shapes.add(hashOf(skeletonOf({ kind: it.kind, count: it.choices.length }, 'en')))
    expect(shapes.size).toBe(10)
  })

  it('have a value for every variable', () => {
    const [it] = renderForWhatsApp([text('Hello', acts(5))], 'th')
    if (it?.kind !== 'list') throw new Error('no list')
    const skeleton = skeletonOf({ kind: 'list', count: 5 }, 'th')
    const named = [...JSON.stringify(skeleton.types).matchAll(/\{\{(\d+)\}\}/g)].map((found) => found[1])
    expect(named.toSorted()).toEqual(Object.keys(variablesOf(it)).toSorted())
    expect(Object.keys(skeleton.variables).toSorted()).toEqual(named.toSorted())
  })
})

describe('what was typed', () => {
  const say = (words: string): Heard[] => [
    {
      kind: 'text',
      text: words,
      addressed: true,
      userId: '+66800000001',
      at: new Date(),
      replyToken: undefined,
      messageId: 'SM1',
    },
  ]
  const offeredBy = (it: Bubble | undefined) => ({ numbered: it?.numbered ?? false, choices: it?.choices ?? [] })
  const [list] = renderForWhatsApp(
    [
      text(
        'Which?',
        acts(4, (n) => `Long name of the choice ${n}`),
      ),
    ],
    'en',
  )
  const [buttons] = renderForWhatsApp([text('How many?', acts(2))], 'en')

  it.each<[string, Bubble | undefined, string, string | undefined]>([
    ['a number', list, '2', 'key2'],
    ['a Thai number', list, '๓', 'key3'],
    ['a number with a dot', list, '4.', 'key4'],
    ['a number nobody offered', list, '9', undefined],
    ['the whole name', list, 'long name of the choice 1', 'key1'],
    ['the title as shown', list, list?.choices[0]?.title ?? '', 'key1'],
    ['a button’s title', buttons, 'CHOICE 2', 'key2'],
    ['a number under buttons', buttons, '2', undefined],
    ['own words', list, 'the second one please', undefined],
    ['nothing', list, ' ', undefined],
  ])('%s', (_, shown, words, key) => {
    const [it] = recognised(say(words), offeredBy(shown))
    if (key === undefined) return expect(it).toMatchObject({ kind: 'text', text: words })
    expect(it?.kind === 'tap' && readTap(tenant, it.data)).toMatchObject({ action: 'mean', args: ['case', key] })
  })

  it('is never several bubbles at once', () => {
    expect(recognised([...say('2'), ...say('people')], offeredBy(list))).toHaveLength(2)
  })

  it('may be the name of a tap that is too long for a button', () => {
    const far = tap('Far', 'answer', newId(), 'venue', 'สนามกอล์ฟริมทะเลหัวหิน')
    const [it] = renderForWhatsApp([text('Where?', [far, ...acts(1)])], 'th')
    const id = it?.choices[0]?.id ?? ''
    expect(id.startsWith('o:')).toBe(true)
    const tapped = hear(Buffer.from(new URLSearchParams({ ButtonPayload: id }).toString()), new Date())
    const [back] = recognised([tapped], offeredBy(it))
    expect(back?.kind === 'tap' && back.data).toBe(far.do === 'tap' && far.data)
  })

  it('in words, a single choice has no number', () => {
    if (buttons?.kind !== 'buttons') throw new Error('no buttons')
    expect(inWords(buttons, 'en')[0]).toMatchObject({ numbered: true })
    const [one] = renderForWhatsApp([text('How many?', acts(1))], 'en')
    if (one?.kind !== 'buttons') throw new Error('no buttons')
    expect(inWords(one, 'en')[0]).toMatchObject({ numbered: false })
  })
})
