import { describe, expect, it } from 'vitest'
import { hear, laneOf } from './parse.ts'

const user = `U${'a'.repeat(32)}`
const group = `C${'b'.repeat(32)}`
/** Longer than what is kept of an id. */
const long = '7'.repeat(201)
const event = (more: object) => ({
  type: 'message',
  mode: 'active',
  timestamp: 1_795_000_000_000,
  webhookEventId: '01H',
  source: { type: 'user', userId: user },
  ...more,
})
const heard = (more: object) => hear(Buffer.from(JSON.stringify(event(more))), new Date(0))

describe('where an event belongs', () => {
  it.each([
    ['a chat', {}, { sourceId: user, kind: 'direct' }],
    [
      'a group, not its speaker',
      { source: { type: 'group', groupId: group, userId: user } },
      { sourceId: group, kind: 'group' },
    ],
    ['a room, like a group', { source: { type: 'room', roomId: group.replace('C', 'R') } }, { kind: 'group' }],
  ])('%s', (_, more, lane) => expect(laneOf(event(more))).toMatchObject(lane))

  it.each([
    ['no source', { source: undefined }],
    ['a path for an id', { source: { type: 'user', userId: '../../x' } }],
    ['no event id', { webhookEventId: undefined }],
    ['an event id the database would refuse', { webhookEventId: 'a\u0000' }],
    ['an event id without end', { webhookEventId: 'x'.repeat(500) }],
  ])('nowhere: %s', (_, more) => expect(laneOf(event(more))).toBeUndefined())

  it('is read without what the database cannot keep, in whatever field somebody put it', () => {
    const file = { id: '1', type: 'file', fileName: 'a\u0000b.pdf', fileSize: 3 }
    expect(heard({ message: file })).toMatchObject({ kind: 'file', media: { name: 'ab.pdf' } })
    const place = { id: '2', type: 'location', latitude: 1, longitude: 2, title: 'x\ud800', address: '\u0000' }
    expect(heard({ message: place })).toMatchObject({ place: { title: 'x\ufffd' } })
    const sticker = { id: '3', type: 'sticker', stickerId: '1\u0000', keywords: ['\u0000'], text: '\udc00' }
    expect(JSON.stringify(heard({ message: sticker }))).not.toMatch(/\\u0000|\\ud/i)
  })

  it('what it says in shapes we do not know is kept in its place, and ignored', () => {
    const odd = { message: { id: 7, type: ['text'], text: { th: 'hi' } } }
    expect(laneOf(event(odd))).toMatchObject({ sourceId: user })
    expect(heard(odd)).toMatchObject({ kind: 'ignored' })
  })

  it.each([null, 'text', 7, [], {}])('nowhere: %j', (odd) => expect(laneOf(odd)).toBeUndefined())
})

describe('what an event says', () => {
  it.each([
    ['words', { message: { id: '1', type: 'text', text: 'hi' } }, { kind: 'text', text: 'hi', addressed: false }],
    [
      'words to us',
      { message: { id: '1', type: 'text', text: '@Bot hi', mention: { mentionees: [{ isSelf: true }] } } },
      { addressed: true },
    ],
    [
      'words to us, without our name: an emoji counts as two',
      {
        message: {
          id: '1',
          type: 'text',
          text: '🙂 @Bot hi @Ann @Bot',
          quotedMessageId: '77',
          mention: {
            mentionees: [
              { isSelf: true, index: 3, length: 4 },
              { isSelf: false, index: 11, length: 4 },
              { isSelf: true, index: 16, length: 4 },
            ],
          },
        },
      },
      { addressed: true, text: '🙂  hi @Ann', repliesTo: '77' },
    ],
    [
      'a mention that points nowhere',
      {
        message: {
          id: '1',
          type: 'text',
          text: 'hi',
          mention: {
            mentionees: [
              { isSelf: true, index: -4, length: 9 },
              { isSelf: true, index: 50, length: 2 },
            ],
          },
        },
      },
      { addressed: true, text: 'hi' },
    ],
    [
      'people who came',
      {
        type: 'memberJoined',
        joined: { members: [{ type: 'user', userId: user }, { type: 'user', userId: '../x' }, {}] },
      },
      { kind: 'members_joined', userIds: [user] },
    ],
    [
      'people who went',
      { type: 'memberLeft', left: { members: [{ type: 'user', userId: user }] } },
      { kind: 'members_left', userIds: [user] },
    ],
    ['a sticker', { message: { id: '1', type: 'sticker' } }, { kind: 'sticker' }],
    [
      'a kind of message not known yet',
      { message: { id: '1', type: 'hologram' } },
      { kind: 'unknown', what: 'hologram' },
    ],
    ['a message without a kind', { message: { id: '1' } }, { kind: 'ignored' }],
    ['a tap', { type: 'postback', postback: { data: 'x' } }, { kind: 'tap', data: 'x', picked: undefined }],
    [
      'a picked date',
      { type: 'postback', postback: { data: 'x', params: { date: '2026-12-12' } } },
      { kind: 'tap', picked: '2026-12-12' },
    ],
    ['taken back', { type: 'unsend', unsend: { messageId: '9' } }, { kind: 'unsent', removedId: '9' }],
    ['blocked', { type: 'unfollow' }, { kind: 'blocked' }],
    [
      'another module holds the chat',
      { mode: 'standby', replyToken: 't', message: { id: '1', type: 'text', text: 'hi' } },
      { kind: 'ignored', replyToken: undefined },
    ],
    ['an event not known yet', { type: 'teleport' }, { kind: 'ignored' }],
    [
      'words, whatever names them: they are heard without it',
      { message: { id: long, type: 'text', text: 'hi', quotedMessageId: long } },
      { kind: 'text', text: 'hi', messageId: undefined },
    ],
    [
      'a picture that nobody could fetch by its name',
      { message: { id: long, type: 'image' } },
      { kind: 'image', media: { origin: undefined } },
    ],
    [
      'words changed in a message that has no name',
      { type: 'messageEdited', message: { id: long, type: 'text', text: 'hi' } },
      { kind: 'edited', messageId: undefined },
    ],
    ['taken back, and nobody could say what', { type: 'unsend', unsend: { messageId: long } }, { kind: 'ignored' }],
    [
      'words of somebody in a group whom LINE does not name so',
      { source: { type: 'group', groupId: group, userId: long }, message: { id: '1', type: 'text', text: 'hi' } },
      { kind: 'text', userId: undefined },
    ],
  ])('%s', (_, more, said) => expect(heard(more)).toMatchObject(said))

  it('is nothing where it is nested too deep to be looked through', () => {
    const deep = (levels: number) =>
      `{"type":"message","message":{"type":"text","text":"hi"},"x":${'['.repeat(levels)}"\\u0000"${']'.repeat(levels)}}`
    expect(hear(Buffer.from(deep(50)), new Date(0))).toMatchObject({ kind: 'text' })
    expect(hear(Buffer.from(deep(50_000)), new Date(0))).toMatchObject({ kind: 'ignored' })
  })
})
