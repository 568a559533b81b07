import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { useLanguageModels } from '../api/llm/models.ts'
import { sampleVoice } from '../bot/simulator/sample-voice.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { aModelServer, type Behaviour, type ModelServer } from '../test/llm/model-server.ts'
import { allQuiet, conversationOf, howMany, referenceIn, saidSince } from './all-quiet.ts'
import { filesAtRest, isNowhere, placesOf } from './search-everywhere.ts'

const unsure = { case_type: 'none', booking_kind: 'none', severity: 'none', severity_reason: 'none', slots: [] }
const words = (said: string): Behaviour => {
  const language = /[ก-๛]/.test(said) ? 'th' : /[ぁ-ヶ]/.test(said) ? 'ja' : 'en'
  return { does: 'answers', json: { intent: 'other', language, confidence: 0.3, ...unsure } }
}
const speaks = (text: string): Behaviour => ({ does: 'says', text })

const UNHEARD = /ฟังข้อความเสียงนี้ไม่ได้/

describe('voice notes', () => {
  let server: ModelServer
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    server = await aModelServer()
    desk = await aDesk({ models: server, quietMs: 60 })
    for (const key of ['meelike', 'asiatravelplan']) await patience(key, 10_000)
  })
  afterAll(async () => {
    await desk.end()
    await server.stop()
  })
  afterEach(async () => {
    await allQuiet(desk)
    const troubles = desk.troubles.splice(0)
    await useLanguageModels(server, (trouble, about) => desk.troubles.push({ trouble, about }))
    for (const key of ['meelike', 'asiatravelplan']) await patience(key, 10_000)
    desk.simulator.faults.clear()
    server.seen.length = 0
    expect(troubles).toEqual([])
  })

  const patience = (key: string, timeoutMs: number) =>
    desk
      .business(key)
      .call('/v1/triage/settings', { method: 'PUT', body: JSON.stringify({ timeoutMs, switch: 'decide' }) })
  /** What the model hears in a recording; of words it has nothing to say. */
  const hears = (it: Behaviour) => server.becomes((asked) => (asked.recording ? it : words(asked.data.message)))
  const someone = (language: 'th' | 'en' | 'ja' = 'th') =>
    desk.business('meelike').newcomer(`คนที่ ${(n += 1)}`, language)
  const notesOf = async (person: { channelKey: string; userId: string }) =>
    desk.ask(
      `select m.id, m.body, m.content, m.case_id, m.booking_id, f.state from messages m left join files f on f.message_id = m.id
       where m.conversation_id = $1 and m.kind = 'audio' order by m.happened_at, m.id`,
      [await conversationOf(desk, person)],
    )
  const caseOf = async (reference: string) =>
    (
      await desk.ask(
        `select c.id, c.slots, c.severity, c.status, t.key as type from cases c join case_types t on t.id = c.case_type_id where reference = $1`,
        [reference],
      )
    )[0] ?? {}
  const groupSince = (group: { messages: () => { raw: unknown }[] }, from: number) =>
    JSON.stringify(
      group
        .messages()
        .slice(from)
        .map((one) => one.raw),
    )

  describe.each(apps)('spoken on %s', (app) => {
    const form = app === 'line' ? 'audio/mp4' : 'audio/ogg'

    it('a trouble that cannot wait is a case like a written one; staff read and hear it, and the customer reads what was heard', async () => {
      const { group, call, customers } = desk.business('meelike', app)
      const person = app === 'line' ? someone() : customers[0]
      if (!person) throw new Error('no customer')
      hears(speaks('เติมเงินไม่เข้าค่ะ\nโอนไป 640 ตั้งแต่เช้าแล้ว ยูส zebra_shop'))
      const told = group.messages().length
      await person.audio()
      const answered = await person.hears(/ML-C-\d+/)
      expect(answered.text).toMatch(/^🎤 ได้ยินว่า: เติมเงินไม่เข้าค่ะ โอนไป 640 ตั้งแต่เช้าแล้ว ยูส zebra_shop\n/)
      const reference = referenceIn(answered.text, /ML-C-\d+/)
      expect(person.offers()).toContain('ไม่ได้พูดแบบนี้')
      const found = await caseOf(reference)
      expect(found).toMatchObject({ type: 'topup_not_credited', severity: 'critical', slots: { amount: 640 } })

      await group.hears(reference)
      const card = groupSince(group, told)
      expect(card).toContain('🎤 เติมเงินไม่เข้าค่ะ โอนไป 640')
      expect(card).toContain('/pictures/')
      await filesAtRest(desk)
      const [note] = (await notesOf(person)).slice(-1)
      expect(note).toMatchObject({
        case_id: found['id'],
        state: 'stored',
        content: { heardBy: 'openai:whisper-1' },
      })
      expect(server.seen.filter((it) => it.recording)).toHaveLength(1)
      expect(server.seen.find((it) => it.recording)?.recording).toMatchObject({ contentType: form })

      const link = /http:\/\/desk\.test\/pictures\/[\w.~-]+/.exec(card)?.[0] ?? ''
      const page = await (await fetch(link.replace('http://desk.test', desk.url))).text()
      expect(page).toContain('<audio')
      expect(page).toContain('🎤 เติมเงินไม่เข้าค่ะ โอนไป 640')
      const chat = await call(`/v1/conversations/${await conversationOf(desk, person)}/messages`)
      expect(JSON.stringify(await chat.json())).toContain('"heardBy":"openai:whisper-1"')
      const whole = (await (await call(`/v1/cases/${String(found['id'])}`)).json()) as { files: { heard: string }[] }
      expect(whole.files[0]?.heard).toContain('zebra_shop')
    })

    it('what was misheard counts nowhere once the customer says so; the recording stays, and staff are asked to listen', async () => {
      const { group, customers } = desk.business('meelike', app)
      const person = app === 'line' ? someone() : customers[1]
      if (!person) throw new Error('no customer')
      const secret = app === 'line' ? 'quagga_shop' : 'okapi_shop'
      hears(speaks(`เติมเงินไม่เข้าค่ะ โอนไป 640 ตั้งแต่เช้าแล้ว ยูส ${secret}`))
      await person.audio()
      const reference = referenceIn((await person.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
      await allQuiet(desk)
      await filesAtRest(desk)
      const told = group.messages().length
      await person.taps('ไม่ได้พูดแบบนี้')
      await person.hears('เจ้าหน้าที่จะช่วยฟังเสียงต้นฉบับ')
      await vi.waitUntil(() => groupSince(group, told).includes('รบกวนช่วยฟัง'), { timeout: 60_000 })
      await isNowhere(desk, secret)
      // somebody was in trouble: what it is, people will hear
      expect(await caseOf(reference)).toMatchObject({ status: 'new', slots: {} })
      const [note] = (await notesOf(person)).slice(-1)
      expect(note).toMatchObject({ body: null, state: 'stored', content: { unheard: 'misheard' } })
      expect(note?.['content']).not.toHaveProperty('heardBy')
      await person.taps('ไม่ได้พูดแบบนี้').catch(() => undefined)
      await allQuiet(desk)
      expect(await howManyOpen(person)).toBe(1)
    })

    it('without a key the recording is kept, staff are asked, and the customer is told how to go on', async () => {
      await useLanguageModels(undefined)
      const { group, customers } = desk.business(app === 'line' ? 'meelike' : 'chapter2', app)
      const person = app === 'line' ? someone() : customers[0]
      if (!person) throw new Error('no customer')
      const told = group.messages().length
      const before = await howMany(desk)
      await person.audio()
      await person.hears(UNHEARD)
      await vi.waitUntil(() => groupSince(group, told).includes('รบกวนช่วยฟัง'), { timeout: 60_000 })
      await filesAtRest(desk)
      expect((await notesOf(person)).slice(-1)[0]).toMatchObject({ body: null, state: 'stored' })
      expect(await howMany(desk)).toEqual(before)
      expect(server.seen).toEqual([])
      if (app === 'whatsapp') return
      // and the words that follow open the case that the recording belongs to
      await person.says('เติมเงินไม่เข้าค่ะ โอนไป 300 ตั้งแต่เช้า')
      const reference = referenceIn((await person.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
      await allQuiet(desk)
      expect((await notesOf(person)).slice(-1)[0]).toMatchObject({ case_id: (await caseOf(reference))['id'] })
    })

    it('the model dies in the middle of a conversation: what was spoken is asked for in writing, and the booking goes on', async () => {
      const business = desk.business('asiatravelplan', app)
      const guest = app === 'line' ? business.newcomer('Ada', 'en') : business.customers[0]
      if (!guest) throw new Error('no customer')
      hears(
        speaks(
          'Hi, we want to join one of your published tours to Chiang Mai in the second week of December, 3 nights',
        ),
      )
      await guest.audio()
      await guest.hears('🎤 I heard: Hi, we want to join')
      await guest.hears('Northern Hill Trails')
      hears(speaks('Plan one just for us'))
      await guest.audio()
      await guest.hears(/How many/i)
      hears(speaks('four people'))
      await guest.audio()
      expect((await guest.hears('Shall I send it?')).text).toContain('4 people')
      expect(saidSince(guest, 0).join()).toContain('🎤 I heard: four people')

      const told = business.group.messages().length
      server.becomes({ does: 'cuts the line' })
      await guest.audio()
      await guest.hears('Could you write it to me here?')
      await vi.waitUntil(() => groupSince(business.group, told).includes('please listen'), { timeout: 60_000 })
      await guest.says('yes, send it')
      expect((await guest.hears(/ATP-\d+/)).text).not.toContain('🎤')
    })
  })

  const howManyOpen = async (person: { channelKey: string; userId: string }) =>
    (await desk.ask(`select id from cases where conversation_id = $1`, [await conversationOf(desk, person)])).length

  it.each<[string, Behaviour, string]>([
    ['answers 429', { does: 'fails', status: 429 }, 'too_many'],
    ['answers 500', { does: 'fails', status: 500 }, 'server_error'],
    ['cuts the line', { does: 'cuts the line' }, 'unreachable'],
    ['sends no JSON', { does: 'sends no JSON' }, 'not_json'],
    ['hears nobody speak', { does: 'says nothing' }, 'empty'],
    ['never answers', { does: 'never answers' }, 'slow'],
  ])(
    'a model that %s loses nothing: the recording is kept, with why, and one kind sentence is said',
    async (_, it, why) => {
      hears(it)
      // one that fails is followed by the other, which does the same
      if (it.does === 'never answers') await patience('meelike', 300)
      const { group } = desk.business('meelike')
      const person = someone()
      const told = group.messages().length
      await person.audio()
      await person.hears(UNHEARD)
      await filesAtRest(desk)
      expect(saidSince(person, 0)).toHaveLength(1)
      expect((await notesOf(person))[0]).toMatchObject({ body: null, state: 'stored', content: { unheard: why } })
      expect(groupSince(group, told)).toContain('รบกวนช่วยฟัง')
    },
  )

  it('what is too long, too large or no sound at all does not leave the house', async () => {
    hears(speaks('ไม่ควรมีใครได้ยิน'))
    for (const [why, bytes] of [
      ['too_long', sampleVoice('m4a', 121)],
      ['too_long', Buffer.concat([sampleVoice('m4a'), Buffer.alloc(4_000_001)])],
      ['no_sound', Buffer.from('a letter, not a sound')],
      ['no_sound', Buffer.from('#!/bin/sh\nrm -rf /')],
    ] as const) {
      const person = someone()
      await person.audio({ bytes })
      await person.hears(UNHEARD)
      await allQuiet(desk)
      expect((await notesOf(person))[0]).toMatchObject({ body: null, content: { unheard: why } })
    }
    await filesAtRest(desk)
    expect(server.seen.filter((one) => one.recording)).toEqual([])
  })

  it('of many at once three are listened to, and people are asked to hear the rest', async () => {
    hears(speaks('เติมเงินไม่เข้าค่ะ โอนไป 500'))
    const person = someone()
    await Promise.all([person.audio(), person.audio(), person.audio(), person.audio(), person.audio()])
    const answered = await person.hears(/ML-C-\d+/)
    await filesAtRest(desk)
    expect(answered.text.match(/🎤/g)).toHaveLength(3)
    expect(answered.text).toContain('เจ้าหน้าที่จะช่วยฟังให้')
    expect(server.seen.filter((one) => one.recording)).toHaveLength(3)
    expect((await notesOf(person)).filter((one) => one['state'] === 'stored')).toHaveLength(5)
  })

  it('a platform that has the sound ready a moment later is waited for; one that never has it is not', async () => {
    hears(speaks('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้า'))
    const content = /\/v2\/bot\/message\/\d+\/content$/
    desk.simulator.faults.next({ path: content, status: 202, times: 1 })
    const person = someone()
    await person.audio()
    await person.hears(/ML-C-\d+/)
    await filesAtRest(desk)

    await patience('meelike', 500)
    desk.simulator.faults.next({ path: content, status: 500, times: 1 })
    const other = someone()
    await other.audio()
    await other.hears(UNHEARD)
    await filesAtRest(desk)
    expect((await notesOf(other))[0]).toMatchObject({ state: 'stored', content: { unheard: 'not_fetched' } })
    desk.troubles.length = 0
  })

  it('a picture that was thanked for a moment ago leaves nobody waiting for their voice note', async () => {
    hears({ does: 'says nothing' })
    const person = someone()
    await person.image()
    await person.hears('เป็นเรื่องอะไร')
    await allQuiet(desk)
    await person.audio()
    await person.hears(UNHEARD)
    await allQuiet(desk)
    const before = person.messages().length
    await person.audio()
    await filesAtRest(desk)
    expect(saidSince(person, before)).toEqual([])
  })

  it('where models only suggest, or are switched off, nobody listens', async () => {
    hears(speaks('ไม่ควรมีใครได้ยิน'))
    for (const chosen of ['suggest', 'off']) {
      await desk
        .business('meelike')
        .call('/v1/triage/settings', { method: 'PUT', body: JSON.stringify({ switch: chosen }) })
      const person = someone()
      await person.audio()
      await person.hears(UNHEARD)
    }
    expect(server.seen.filter((one) => one.recording)).toEqual([])
  })

  it('a recording that was taken back is nowhere: not its words, not its sound, not what was read from it', async () => {
    const secret = 'gnu4711gnu'
    hears(speaks(`เติมเงินไม่เข้าค่ะ โอนไป 777 ตั้งแต่เช้าแล้ว ยูส ${secret}`))
    const person = someone()
    const sent = await person.audio({ bytes: Buffer.concat([sampleVoice('m4a'), Buffer.from(secret)]) })
    const reference = referenceIn((await person.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await filesAtRest(desk)
    for (const place of ['files', 'public.messages', 'public.outbox', 'public.cases'])
      expect(await placesOf(desk, secret)).toContain(place)
    await person.unsends(sent.messageId)
    await isNowhere(desk, secret)
    expect((await caseOf(reference))['slots']).toEqual({})
    // no button brings it back
    await person.taps('ไม่ได้พูดแบบนี้').catch(() => undefined)
    await allQuiet(desk)
    await isNowhere(desk, secret)
  })

  it('a booking that misheard words changed is as it was before; in words as by a tap, in every language', async () => {
    const person = desk.business('asiatravelplan').newcomer('Bo', 'en')
    await person.says('Hi, 4 of us are thinking of Chiang Mai in the second week of December, 3 nights')
    await person.hears('Northern Hill Trails')
    await allQuiet(desk)
    const draftOf = async () => {
      const rows = await desk.ask(`select state -> 'draft' -> 'answers' as answers from conversations where id = $1`, [
        await conversationOf(desk, person),
      ])
      return rows[0]?.['answers']
    }
    const before = await draftOf()
    for (const [spoken, denied] of [
      ['forty people', 'that’s not what I said'],
      ['14 people', 'you misheard me'],
    ] as const) {
      hears(speaks(spoken))
      await person.audio()
      await person.hears(`🎤 I heard: ${spoken}`)
      await allQuiet(desk)
      expect(await draftOf()).not.toEqual(before)
      await person.says(denied)
      await person.hears('dropped what I thought I heard')
      await allQuiet(desk)
      expect(await draftOf()).toEqual(before)
    }
    const thai = someone('th')
    hears(speaks('เติมเงินไม่เข้าค่ะ โอนไป 640 ตั้งแต่เช้าแล้ว ยูส lemur_one'))
    await thai.audio()
    await thai.hears(/ML-C-\d+/)
    await thai.says('บอทฟังผิดแล้วค่ะ')
    await thai.hears('ลบข้อความที่ฟังผิดออกแล้ว')
    await isNowhere(desk, 'lemur_one')
    const japanese = someone('ja')
    hears(speaks('チャージが反映されていません。ユーザー名は lemur_two です'))
    await japanese.audio()
    await japanese.hears('🎤 お聞きした内容: チャージが反映されていません')
    await japanese.says('そうは言っていません')
    await japanese.hears('聞き取った内容は取り消しました')
    await isNowhere(desk, 'lemur_two')
  })

  it('words and a voice note in one breath are one turn', async () => {
    hears(speaks('โอนไป 915 ตั้งแต่เช้าแล้ว ยูส ibex_shop'))
    const person = someone()
    await Promise.all([person.says('เติมเงินไม่เข้าค่ะ'), person.audio()])
    const answered = await person.hears(/ML-C-\d+/)
    await allQuiet(desk)
    expect(answered.text).toContain('🎤 ได้ยินว่า: โอนไป 915')
    expect(await caseOf(referenceIn(answered.text, /ML-C-\d+/))).toMatchObject({ slots: { amount: 915 } })
    expect(await howManyOpen(person)).toBe(1)
  })

  it('in a chat that people have in hand nobody listens but they', async () => {
    const person = someone()
    await person.says('ขอคุยกับเจ้าหน้าที่หน่อยค่ะ')
    await person.hears(/เจ้าหน้าที่/)
    await allQuiet(desk)
    server.seen.length = 0
    hears(speaks('ไม่ควรมีใครได้ยิน'))
    const before = person.messages().length
    await person.audio()
    await filesAtRest(desk)
    expect(saidSince(person, before)).toEqual([])
    expect(server.seen).toEqual([])
  })
})
