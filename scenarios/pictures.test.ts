import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { samplePicture } from '../bot/simulator/sample-picture.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, saidSince } from './all-quiet.ts'

const CONTENT = /^\/v2\/bot\/message\/\d+\/content$/

describe('pictures and files (Meelike)', () => {
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    desk = await aDesk({ quietMs: 60 })
  })
  afterAll(() => desk.end())
  beforeEach(() => desk.simulator.faults.clear())

  const here = (url: string) => url.replace('http://desk.test', desk.url)
  const someone = () => desk.business('meelike').newcomer(`คนที่ ${(n += 1)}`, 'th')
  const filesOf = (userId: string) =>
    desk.ask(
      `select f.*, m.case_id, m.booking_id, k.reference from files f join messages m on m.id = f.message_id
       join conversations c on c.id = m.conversation_id left join cases k on k.id = m.case_id
       where c.source_id = $1 order by m.happened_at, f.id`,
      [userId],
    )
  const filesWhen = (userId: string, states: string[]) =>
    vi.waitUntil(
      async () => {
        const rows = await filesOf(userId)
        return rows.map((row) => String(row['state'])).join() === states.join() ? rows : undefined
      },
      { timeout: 12_000, interval: 50 },
    )

  it('a slip before the words belongs to the case that the words open, and lies on the disk as it was sent', async () => {
    const { group, staff, call } = desk.business('meelike')
    const person = someone()
    await person.image()
    await person.hears('เป็นเรื่องอะไร')
    await person.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว')
    const reference = /ML-C-\d+/.exec((await person.hears(/ML-C-\d+/)).text)?.[0] ?? ''
    await group.hears(reference)
    const [file] = await filesWhen(person.userId, ['stored'])
    expect(file).toMatchObject({ kind: 'image', content_type: 'image/png', reference })
    expect(await readFile(join(desk.files, String(file?.['storage_key'])))).toEqual(samplePicture())

    await person.image()
    await filesWhen(person.userId, ['stored', 'stored'])
    await group.hears(reference)
    expect((await filesOf(person.userId)).map((row) => row['reference'])).toEqual([reference, reference])

    await staff('nan_admin').taps('รับเคส')
    const card = await vi.waitUntil(
      () => group.messages().findLast((it) => it.from === 'bot' && /รูป 2 รูป/.test(JSON.stringify(it.raw))),
      { timeout: 5_000 },
    )
    expect(JSON.stringify(card.raw)).toContain(reference)
    const opened = (await staff('ice').taps('ดูรูปและไฟล์')).opened ?? ''
    const page = await fetch(here(opened))
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; img-src 'self'.*style-src 'sha256-/,
    )
    const html = await page.text()
    expect(html).toContain(reference)
    expect(html).not.toContain('<script')
    const pictures = [...html.matchAll(/<img src="([^"]+)"/g)].map((it) => it[1] ?? '')
    expect(pictures).toHaveLength(2)

    const one = await call(`/v1/cases/${String(file?.['case_id'])}`)
    const { files, trackUrl } = (await one.json()) as { files: { url: string; kind: string }[]; trackUrl: string }
    expect(files.map((it) => it.kind)).toEqual(['image', 'image'])
    expect(files.map((it) => it.url)).toEqual(pictures)
    const track = await fetch(here(trackUrl.replace('/t/', '/public/v1/track/')))
    expect(((await track.json()) as { files: { url: string }[] }).files.map((it) => it.url)).toEqual(pictures)

    const got = await fetch(here(pictures[0] ?? ''))
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^attachment; filename="image-\w{6}\.png"$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    expect(Buffer.from(await got.arrayBuffer())).toEqual(samplePicture())

    await desk.later(3 * 3_600_000)
    expect((await fetch(here(pictures[0] ?? ''))).status).toBe(404)
    expect((await fetch(here(opened))).status).toBe(200)
    await desk.later(8 * 86_400_000)
    const late = await fetch(here(opened))
    expect(late.status).toBe(404)
    expect(await late.text()).toContain('no longer opens')
  })
})
