import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLanguageModels } from '../api/llm/models.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { aModelServer, type Behaviour, type ModelServer, type SeenRequest } from '../test/llm/model-server.ts'
import { allQuiet, referenceIn } from './all-quiet.ts'
import { isNowhere, placesOf } from './search-everywhere.ts'

const GIST = 'Waiting for the pick-up at the airport for 40 minutes'
const NOTHING: Behaviour = {
  does: 'answers',
  json: {
    intent: 'other',
    case_type: 'none',
    booking_kind: 'none',
    severity: 'none',
    severity_reason: 'none',
    language: 'ja',
    confidence: 0.3,
    slots: [],
  },
}
const isGist = (asked: SeenRequest): boolean => 'gist' in ((asked.schema['properties'] ?? {}) as object)

describe('what was written in another language than the business’s own', () => {
  let server: ModelServer
  let desk: Desk
  beforeAll(async () => {
    server = await aModelServer()
    desk = await aDesk({ models: server })
  })
  afterAll(async () => {
    await desk.end()
    await server.stop()
  })
  beforeEach(async () => {
    await useLanguageModels(server, (trouble, about) => desk.troubles.push({ trouble, about }))
    server.seen.length = 0
    server.becomes((asked) => (isGist(asked) ? { does: 'answers', json: { gist: GIST } } : NOTHING))
    await settings({ gists: true, glossary: [{ ja: '迎え', en: 'pick-up' }], timeoutMs: 10_000, switch: 'decide' })
  })

  const settings = async (body: object) => {
    const answer = await desk
      .business('asiatravelplan')
      .call('/v1/triage/settings', { method: 'PUT', body: JSON.stringify(body) })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const gistsOf = async (words: string) =>
    (await desk.ask('select gist from messages where body = $1', [words])).map((it) => it['gist'])
  const asked = () => server.seen.filter(isGist)

  it.each(apps)('is told to staff in their own, in the words of the business (on %s)', async (app) => {
    const business = desk.business('asiatravelplan', app)
    const guest = app === 'line' ? business.newcomer('Kenji', 'ja') : business.customers[0]
    if (!guest) throw new Error('no customer')
    const said = `空港で40分待っていますが、お迎えがまだ来ません（${app}）。電話は +81 90 1234 5678 です`
    await guest.says(said)
    const reference = referenceIn((await guest.hears(/ATP-C?-?\d+|CS-\d+/)).text, /[A-Z]+-C?-?\d+/)
    await vi.waitUntil(async () => (await gistsOf(said))[0] === GIST, { timeout: 20_000 })
    expect(asked()).toHaveLength(1)
    const [question] = asked() as [SeenRequest]
    expect(question.task).toContain('{"en":"pick-up","ja":"迎え"}')
    expect(question.raw).not.toContain('1234 5678')
    await business.staff('suda').says(`/case ${reference}`)
    expect((await business.group.hears(GIST)).text).toContain('空港で40分')
    // the customer reads nothing of it
    expect(guest.messages().some((it) => it.text.includes(GIST))).toBe(false)
  })

  it('goes with the words when they are taken back, from the cards that were kept, too', async () => {
    const { newcomer, group, staff } = desk.business('asiatravelplan')
    const gist = 'The hotel says that there is no booking'
    server.becomes((it) => (isGist(it) ? { does: 'answers', json: { gist } } : NOTHING))
    const guest = newcomer('Aoi', 'ja')
    const said = 'ホテルに着きましたが、予約がないと言われました。どうすればいいですか'
    const { messageId } = await guest.says(said)
    const reference = referenceIn((await guest.hears(/ATP-C?-?\d+|CS-\d+/)).text, /[A-Z]+-C?-?\d+/)
    await vi.waitUntil(async () => (await gistsOf(said))[0] === gist, { timeout: 20_000 })
    const seen = group.messages().length
    await staff('suda').says(`/case ${reference}`)
    await vi.waitUntil(() =>
      group
        .messages()
        .slice(seen)
        .some((it) => it.text.includes(gist)),
    )
    await allQuiet(desk)
    expect(await placesOf(desk, gist)).not.toEqual([])
    await guest.unsends(messageId)
    await allQuiet(desk)
    const [row] = await desk.ask('select body, gist from messages where external_id = $1', [messageId])
    expect(row).toEqual({ body: null, gist: null })
    await isNowhere(desk, gist)
  })

  it('is not asked of the business’s own language, of bare answers, or where the business does not want it', async () => {
    const { newcomer } = desk.business('asiatravelplan')
    await newcomer('Ann', 'en').says('our pick-up at the airport is not here yet, 40 minutes now')
    await newcomer('Ren', 'ja').says('はい')
    await allQuiet(desk)
    await settings({ gists: false })
    await newcomer('Yui', 'ja').says('ツアーのガイドがまだ来ていません。30分待っています')
    await allQuiet(desk)
    await settings({ gists: true, switch: 'off' })
    await newcomer('Sora', 'ja').says('ツアーのガイドがまだ来ていません。50分待っています')
    await allQuiet(desk)
    expect(asked()).toEqual([])
  })

  it('a line with a number nobody wrote is left out, and a model that fails changes nothing', async () => {
    const { newcomer } = desk.business('asiatravelplan')
    server.becomes((it) =>
      isGist(it) ? { does: 'answers', json: { gist: 'A refund of 99000 baht was approved' } } : NOTHING,
    )
    const one = newcomer('Mei', 'ja')
    const told = '返金してください。ツアーが中止になりました'
    await one.says(told)
    await vi.waitUntil(() => asked().length === 1, { timeout: 20_000 })
    server.becomes((it) => (isGist(it) ? { does: 'fails', status: 500 } : NOTHING))
    const other = newcomer('Haru', 'ja')
    await other.says('返金はいつになりますか。ツアーが中止になりました')
    await vi.waitUntil(() => asked().length >= 2, { timeout: 20_000 })
    await allQuiet(desk)
    expect(await gistsOf(told)).toEqual([null])
    expect(one.messages().filter((it) => it.from === 'bot')).not.toEqual([])
    expect(other.messages().filter((it) => it.from === 'bot')).not.toEqual([])
    expect(desk.troubles).toEqual([])
  })

  it('a thing that is called by one name only is refused, naming it', async () => {
    const { status, body } = await settings({ glossary: [{ th: 'รถรับ' }] })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain('glossary')
    expect((await settings({})).body['glossary']).toEqual([{ ja: '迎え', en: 'pick-up' }])
  })
})
