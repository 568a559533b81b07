import { describe, expect, it } from 'vitest'
import { card, quickReply, text } from '../desk.fake.ts'
import { refusalOf } from './limits.ts'

type Refusal = { message: string; details: { property: string; message: string }[] }
const wrong = (...messages: unknown[]) =>
  ((refusalOf(messages)?.body as Refusal | undefined)?.details ?? []).map((it) => `${it.property}: ${it.message}`)

const withAction = (action: object) => text('x', { quickReply: { items: [{ type: 'action', action }] } })
const flex = (...contents: object[]) => ({
  type: 'flex',
  altText: 'x',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
})
const button = (label: string) => ({ type: 'button', action: { type: 'postback', label, data: 'd' } })
const family = '👨‍👩‍👧‍👦'

describe('messages that LINE takes', () => {
  it.each([
    ['text', text('x'.repeat(5000))],
    ['quick replies', text('x', { quickReply: quickReply(...Array.from({ length: 13 }, (_, i) => `${i}`)) })],
    ['a label of twenty graphemes', text('x', { quickReply: quickReply(family.repeat(20)) })],
    ['a card', card('Claim')],
    ['a Flex button of forty', flex(button('y'.repeat(40)))],
    ['a sticker', { type: 'sticker', packageId: '446', stickerId: '1988' }],
    ['a mention', { type: 'textV2', text: 'Hi {who} {{}}', substitution: { who: { type: 'mention', mentionee: {} } } }],
    ['a local picture', picture('http://localhost:3000/a.png')],
    [
      'a picker',
      withAction({ type: 'datetimepicker', label: 'Day', data: 'd', mode: 'datetime', min: '2026-12-01T09:00' }),
    ],
  ])('%s', (_name, message) => expect(refusalOf([message])).toBeUndefined())
})

describe('messages that LINE refuses', () => {
  const size = 'Length must be between'
  it.each<[string, unknown, string]>([
    ['text too long', text('x'.repeat(5001)), `messages[0].text: ${size} 1 and 5000`],
    ['no text', text(''), 'messages[0].text: May not be empty'],
    ['unknown type', { type: 'fax' }, 'messages[0].type: Must be one of'],
    [
      'fourteen quick replies',
      text('x', { quickReply: quickReply(...'abcdefghijklmn') }),
      'Size must be between 1 and 13',
    ],
    ['label of 21', text('x', { quickReply: quickReply(family.repeat(21)) }), `/action/label: ${size} 1 and 20`],
    ['data of 301', withAction({ type: 'postback', label: 'a', data: 'x'.repeat(301) }), `/data: ${size} 1 and 300`],
    ['no data', withAction({ type: 'postback', label: 'a' }), '/data: must be specified'],
    ['altText', { ...flex(button('a')), altText: 'x'.repeat(1501) }, `altText: ${size} 1 and 1500`],
    ['scheme', withAction({ type: 'uri', label: 'a', uri: 'ftp://x.example' }), 'invalid uri scheme'],
    [
      'uri of 1,001',
      withAction({ type: 'uri', label: 'a', uri: `https://x/${'y'.repeat(1000)}` }),
      `${size} 1 and 1000`,
    ],
    ['uri not encoded', withAction({ type: 'uri', label: 'a', uri: 'https://x.example/ไทย' }), 'invalid uri'],
    ['rich menu switch in a chat', withAction({ type: 'richmenuswitch', label: 'a' }), 'invalid action type'],
    [
      'picker mode',
      withAction({ type: 'datetimepicker', label: 'a', data: 'd', mode: 'week' }),
      '/mode: Must be one of',
    ],
    [
      'picker bound',
      withAction({ type: 'datetimepicker', label: 'a', data: 'd', mode: 'date', min: '2026-02-30' }),
      '/min',
    ],
    [
      'picker upside down',
      withAction({ type: 'datetimepicker', label: 'a', data: 'd', mode: 'date', min: '2026-12-02', max: '2026-12-01' }),
      '/max: must be greater than min',
    ],
    [
      'fillInText without keyboard',
      withAction({ type: 'postback', label: 'a', data: 'd', fillInText: 'x' }),
      'fillInText',
    ],
    ['plain http picture', picture('http://pictures.example/a.png'), 'originalContentUrl: Must be a valid HTTPS URL'],
    ['placeholder without value', { type: 'textV2', text: 'Hi {who}' }, 'substitution.who: must be specified'],
    ['Flex button of 41', flex(button('y'.repeat(41))), `${size} 1 and 40`],
    ['Flex button without label', flex({ type: 'button', action: { type: 'message', text: 'a' } }), '/action/label'],
    ['unknown component', flex({ type: 'table' }), '/body/contents/0/type: unknown component type'],
    ['unknown field', flex({ type: 'text', text: 'a', colour: '#000000' }), '/body/contents/0/colour: unknown field'],
    ['empty Flex text', flex({ type: 'text', text: '' }), '/body/contents/0/text: must be non-empty text'],
    ['colour by name', flex({ type: 'text', text: 'a', color: 'red' }), 'invalid color'],
    ['box without layout', flex({ type: 'box', contents: [] }), '/body/contents/0/layout: must be specified'],
    [
      'button in a baseline',
      flex({ type: 'box', layout: 'baseline', contents: [button('a')] }),
      'button is not allowed here',
    ],
    ['bubble of nothing', { type: 'flex', altText: 'x', contents: { type: 'bubble' } }, 'at least one block'],
    ['heavy bubble', flex({ type: 'text', text: 'x'.repeat(31_000) }), 'bubble must be at most 30 KB'],
    ['thirteen bubbles', carousel(13, 10), 'Size must be between 1 and 12'],
    ['heavy carousel', carousel(12, 5000), 'carousel must be at most 50 KB'],
    ['confirm with one action', template({ type: 'confirm', text: 'x', actions: [] }), 'Size must be between 2 and 2'],
    ['buttons text', template({ type: 'buttons', text: 'x'.repeat(161), actions: [button('a').action] }), '1 and 160'],
    [
      'buttons text under a title',
      template({ type: 'buttons', title: 'x', text: 'x'.repeat(61), actions: [button('a').action] }),
      '1 and 60',
    ],
    ['uneven columns', template(uneven()), 'same number of actions'],
  ])('%s', (_name, message, complaint) => {
    expect(wrong(message).join('\n')).toContain(complaint)
  })

  it('none, and more than five', () => {
    expect(wrong()).toEqual(['messages: Size must be between 1 and 5'])
    expect(wrong(...Array(6).fill(text('x')))).toEqual(['messages: Size must be between 1 and 5'])
  })

  it('says it in the shape of LINE', () => {
    expect(refusalOf([text('x'), text('')])).toEqual({
      status: 400,
      body: {
        message: 'The request body has 1 error(s)',
        details: [{ message: 'May not be empty', property: 'messages[1].text' }],
      },
    })
    expect(refusalOf([flex({ type: 'text', text: '' })])?.body).toMatchObject({
      message: 'A message (messages[0]) in the request body is invalid',
    })
  })
})

function picture(originalContentUrl: string) {
  return { type: 'image', originalContentUrl, previewImageUrl: 'https://pictures.example/a.png' }
}
function template(inside: object) {
  return { type: 'template', altText: 'x', template: inside }
}
function carousel(bubbles: number, letters: number) {
  const { contents } = flex({ type: 'text', text: 'x'.repeat(letters) })
  return { type: 'flex', altText: 'x', contents: { type: 'carousel', contents: Array(bubbles).fill(contents) } }
}
function uneven() {
  const { action } = button('a')
  return {
    type: 'carousel',
    columns: [
      { text: 'x', actions: [action] },
      { text: 'x', actions: [action, action] },
    ],
  }
}
