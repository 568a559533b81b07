import { describe, expect, it } from 'vitest'
import { withoutRefused } from './refused.ts'

const hello = { type: 'text', text: 'hello' }
const quick = { type: 'text', text: 'which one?', quickReply: { items: [] } }
const card = { type: 'flex', altText: 'ML-C-1', contents: {} }
const picture = { type: 'image', originalContentUrl: 'x', previewImageUrl: 'x' }
const outside = (...indexes: number[]) =>
  JSON.stringify({
    message: 'The request body has 1 error(s)',
    details: indexes.map((index) => ({ message: 'May not be empty', property: `messages[${index}].text` })),
  })
const inside = (index: number) =>
  JSON.stringify({
    message: `A message (messages[${index}]) in the request body is invalid`,
    details: [{ message: 'invalid uri scheme', property: '/footer/contents/0/action/uri' }],
  })
const without = (messages: object[], answer: string) => {
  const left = withoutRefused(Buffer.from(JSON.stringify({ to: 'U1', messages })), answer)
  return left && (JSON.parse(left.toString()) as { to: string; messages: object[] })
}

describe('what LINE refused of a call', () => {
  it.each([
    ['a card goes as its words', [hello, card], inside(1), [hello, { type: 'text', text: 'ML-C-1' }]],
    ['a text without what it carried', [quick, hello], outside(0), [{ type: 'text', text: 'which one?' }, hello]],
    ['a bare text not at all', [hello, card], outside(0), [card]],
    ['a picture not at all', [picture, card], outside(0), [card]],
    [
      'words that stand there already not twice',
      [{ type: 'text', text: 'ML-C-1' }, card],
      inside(1),
      [{ type: 'text', text: 'ML-C-1' }],
    ],
    ['several at once', [hello, card, picture, quick], outside(0, 2), [card, quick]],
  ])('%s', (_, messages, answer, left) => expect(without(messages, answer)).toEqual({ to: 'U1', messages: left }))

  it.each([
    ['it was the only one', [card], inside(0)],
    ['all are gone', [hello, picture], outside(0, 1)],
    ['LINE names no message', [hello, card], JSON.stringify({ message: 'Failed to send messages' })],
    ['it names one that is not there', [hello, card], inside(7)],
    [
      'it is about whom to send to',
      [hello, card],
      JSON.stringify({ message: "The property, 'to', in the request body is invalid" }),
    ],
    ['it is no answer of LINE', [hello, card], '<html>messages[0]</html>'],
    ['it is half of one', [hello, card], '{"message":"A message (messages[0])'],
  ])('nothing is left to send when %s', (_, messages, answer) => expect(without(messages, answer)).toBeUndefined())
})
