import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Snapshot } from '../snapshot.ts'
import { aSender, aStage, tuktaNumber } from './stage.fake.ts'

let stage: Awaited<ReturnType<typeof aStage>>
beforeEach(async () => {
  stage = await aStage()
})
afterEach(() => stage.stop())

const me = { channelKey: aSender.key, userId: tuktaNumber }

async function act(body: object): Promise<number> {
  const answer = await fetch(`${stage.sim.url}/simulator/api/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...me, ...body }),
  })
  await answer.text()
  return answer.status
}
const state = async () => (await (await fetch(`${stage.sim.url}/simulator/api/state`)).json()) as Snapshot
const mine = async () =>
  (await state()).chats.find((chat) => chat.channelKey === aSender.key && chat.id === tuktaNumber)

it('the page does on WhatsApp what it does on LINE, and sees how long the window is open', async () => {
  expect((await mine())?.windowUntil).toBeUndefined()
  for (const does of [{ does: 'says', text: 'hello' }, { does: 'image' }, { does: 'sticker' }, { does: 'location' }])
    expect(await act(does)).toBe(200)
  expect((await mine())?.windowUntil).toBe(stage.time.now + 24 * 3600_000)
  const types = stage.desk.hooks.map(({ form }) => form.MessageType)
  expect(types).toEqual(['text', 'image', 'sticker', 'location'])

  const items = ['a', 'b'].map((id) => ({ item: `Row ${id}`, id, description: 'Words' }))
  const { sid } = await stage.content({ 'twilio/list-picker': { body: 'Which?', button: 'See', items } })
  const sent = await stage.send({ ContentSid: sid })
  expect(await act({ does: 'reads' })).toBe(200)
  await stage.sim.whatsapp.idle()
  expect(stage.sim.whatsapp.messages.find((it) => it.sid === sent.body.sid)?.status).toBe('read')
  const asked = (await mine())?.bubbles.at(-1)
  expect(asked?.quickReplies.map((it) => it.label)).toEqual(['Row a', 'Row b'])
  expect(await act({ does: 'taps', postId: asked?.id, where: 'quickReply', index: 1 })).toBe(200)
  expect(stage.desk.hooks.at(-1)?.form.ListId).toBe('b')
  expect(await act({ does: 'taps', postId: asked?.id, where: 'quickReply', index: 2 })).toBe(409)
})

it('shows the tenant on both apps, and no password', async () => {
  const shown = await state()
  expect(shown.channels.map((it) => [it.key, it.whatsapp?.key])).toEqual([['meelike-line', aSender.key]])
  expect(JSON.stringify(shown)).not.toContain(aSender.authToken)
  expect(JSON.stringify(shown)).not.toContain(aSender.accountSid)
})

it('says Meta’s word on the templates that hold some words, and on no others', async () => {
  const reviews = async (body: object) =>
    (
      await fetch(`${stage.sim.url}/simulator/api/platform`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ channelKey: aSender.key, does: 'reviews', ...body }),
      })
    ).json()
  await stage.content({ 'twilio/text': { body: 'Never handed in' } })
  expect(await reviews({ says: 'Never handed in', status: 'approved' })).toEqual({ reviewed: 0 })
  expect(await reviews({ says: 'x', status: 'maybe' })).toMatchObject({ status: 400 })
})
