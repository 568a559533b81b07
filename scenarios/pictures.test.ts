import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { samplePicture } from '../bot/simulator/sample-picture.ts'
import { forgetTenants } from '../api/tenants/queries.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, saidSince } from './all-quiet.ts'
import { filesAtRest } from './search-everywhere.ts'

const CONTENT = /^\/v2\/bot\/message\/\d+\/content$/

describe('pictures and files (Meelike)', () => {
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    desk = await aDesk({ quietMs: 60 })
    await desk.ask(`update tenants set settings = settings || '{"mostFileMb": 0.5}' where key = 'meelike'`)
    forgetTenants()
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
      { timeout: 60_000, interval: 50 },
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
      { timeout: 60_000 },
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
    const sources = [...html.matchAll(/<img src="([^"]+)"/g)].map((it) => it[1] ?? '')
    // also where the page was opened by another address than the public one
    for (const source of sources) expect(source).toMatch(/^\/files\//)
    const pictures = sources.map((it) => new URL(it, opened).href)
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
    expect(desk.troubles).toEqual([])
  })

  it('words and several pictures chosen in one go are one turn; late ones of the set are silent and belong to it too', async () => {
    const { group } = desk.business('meelike')
    const person = someone()
    const set = (index: number) => ({ set: { id: `set-${person.userId}`, index, total: 3 } })
    await Promise.all([
      person.says('เติมเงินไม่เข้าค่ะ โอนไป 700 แนบสลิปมาให้นะคะ'),
      person.image(set(2)),
      person.image(set(1)),
    ])
    await person.hears(/ML-C-\d+/)
    const heard = person.messages().length
    await person.image(set(3))
    const files = await filesWhen(person.userId, ['stored', 'stored', 'stored'])
    expect(new Set(files.map((row) => row['case_id'])).size).toBe(1)
    expect(files[0]?.['case_id']).not.toBeNull()
    await group.hears(/ML-C-\d+/)
    await allQuiet(desk)
    expect(saidSince(person, heard).filter((words) => /ML-C/.test(words)).length).toBeLessThanOrEqual(1)

    const other = someone()
    const loose = (index: number) => ({ set: { id: `set-${other.userId}`, index, total: 3 } })
    await other.image(loose(1))
    await other.hears('เป็นเรื่องอะไร')
    const before = other.messages().length
    await other.image(loose(3))
    await other.image(loose(2))
    await filesWhen(other.userId, ['stored', 'stored', 'stored'])
    await allQuiet(desk)
    expect(saidSince(other, before)).toEqual([])
  })

  it('refuses kindly what is too large, with the answer where LINE says how large, and programs; a page loses its type', async () => {
    const person = someone()
    await person.file('คลิป.zip', Buffer.alloc(600_000, 'PK'))
    await person.hears('ไฟล์ใหญ่เกินไป')
    await person.video({ bytes: Buffer.alloc(700_000, 1) })
    await person.hears('เป็นเรื่องอะไร')
    await person.hears('ไฟล์ใหญ่เกินไป')
    await person.file('setup.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]))
    await person.hears('ไฟล์ชนิดนี้รับไม่ได้')
    await person.file('../../slip.html', Buffer.from('<html><script>alert(1)</script></html>'))
    const rows = await filesWhen(person.userId, ['refused', 'refused', 'refused', 'stored'])
    expect(rows.map((row) => row['why'])).toEqual(['too_large', 'too_large', 'program', null])
    expect(rows[3]).toMatchObject({ content_type: 'application/octet-stream', name: '.. .. slip.html' })
    // of what was refused no byte stays
    await vi.waitUntil(
      async () => (await filesOf(person.userId)).every((row) => row['state'] === 'stored' || !row['storage_key']),
      {
        timeout: 60_000,
      },
    )
    expect(desk.troubles).toEqual([])
  })

  it('waits while LINE prepares a clip, tries again after a failure, and gives up what LINE has no more', async () => {
    const person = someone()
    desk.simulator.faults.next({ path: CONTENT, status: 202, times: 2 })
    await person.video({ bytes: Buffer.from('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom') })
    const [clip] = await filesWhen(person.userId, ['stored'])
    expect(clip).toMatchObject({ content_type: 'video/mp4', attempts: 3 })
    desk.simulator.faults.next({ path: CONTENT, status: 500 })
    desk.simulator.faults.next({ path: CONTENT, status: 410 })
    await person.image()
    await filesWhen(person.userId, ['stored', 'gone'])
    await allQuiet(desk)
    const before = person.messages().length
    expect(saidSince(person, 0).join()).not.toContain('ยังไม่ได้รับ')
    desk.simulator.faults.next({ path: CONTENT, status: 404 })
    await person.image()
    const rows = await filesWhen(person.userId, ['stored', 'gone', 'gone'])
    expect(rows.map((row) => row['why'])).toEqual([null, 'withdrawn', 'expired'])
    // they were thanked for it: so they are asked for it again, once for all that was lost together
    await person.hears('ยังไม่ได้รับ')
    desk.simulator.faults.next({ path: CONTENT, status: 404 })
    await person.image()
    await filesWhen(person.userId, ['stored', 'gone', 'gone', 'gone'])
    await allQuiet(desk)
    expect(saidSince(person, before).filter((it) => it.includes('ยังไม่ได้รับ'))).toHaveLength(1)
    // the 500 was told once
    expect(desk.troubles.splice(0)).toHaveLength(1)
    // somebody's page, or nothing, instead of a picture is not what the customer sent
    desk.simulator.faults.next({ path: CONTENT, says: '<html>Sign in</html>' })
    desk.simulator.faults.next({ path: CONTENT, says: '' })
    await person.image()
    await filesWhen(person.userId, ['stored', 'gone', 'gone', 'gone', 'stored'])
    expect(desk.troubles.splice(0)).toHaveLength(1)
  })

  it('a storage that is away delays a copy and loses nothing', async () => {
    const person = someone()
    await filesAtRest(desk)
    await rename(desk.files, `${desk.files}-away`)
    await writeFile(desk.files, 'not a folder')
    await person.image()
    await person.hears('เป็นเรื่องอะไร')
    await vi.waitUntil(async () => Number((await filesOf(person.userId))[0]?.['attempts']) > 1, {
      timeout: 60_000,
      interval: 50,
    })
    await rm(desk.files)
    await rename(`${desk.files}-away`, desk.files)
    const [file] = await filesWhen(person.userId, ['stored'])
    expect(await readFile(join(desk.files, String(file?.['storage_key'])))).toEqual(samplePicture())
    expect(desk.troubles.splice(0)).toHaveLength(1)
  })

  it('a place and a sticker are words on the card, a picture in staff hands is shown', async () => {
    const { group } = desk.business('meelike')
    const person = someone()
    await person.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    await person.hears(/ML-C-\d+/)
    await person.location({ title: 'ร้านตุ๊กตา', address: '99 ถนนสุขุมวิท', latitude: 13.73, longitude: 100.56 })
    await person.hears(/ML-C-\d+/)
    const shown = () => JSON.stringify(group.messages().findLast((it) => it.from === 'bot')?.raw)
    await vi.waitUntil(() => shown().includes('📍 ร้านตุ๊กตา, 99 ถนนสุขุมวิท'), { timeout: 60_000 })
    await person.sticker({ keywords: ['รอ', 'ใจเย็น'] })
    await allQuiet(desk)
    const rows = await desk.ask(
      `select m.kind, m.body, m.content from messages m join conversations c on c.id = m.conversation_id
       where c.source_id = $1 and m.kind <> 'text' order by m.happened_at`,
      [person.userId],
    )
    expect(rows).toMatchObject([
      { kind: 'location', content: { title: 'ร้านตุ๊กตา', latitude: 13.73 } },
      { kind: 'sticker', body: '🙂 รอ, ใจเย็น', content: { keywords: ['รอ', 'ใจเย็น'] } },
    ])

    await person.says('ขอคุยกับเจ้าหน้าที่')
    await person.hears(/เจ้าหน้าที่จะตอบ/)
    await person.image()
    await vi.waitUntil(() => shown().includes('รูป 1 รูป') && shown().includes('/pictures/'), { timeout: 60_000 })
    expect(desk.troubles).toEqual([])
  })

  it('a picture in the middle of a booking stays with it and does not lose the question', async () => {
    const guest = desk.business('prime').newcomer('คุณแขก', 'th')
    await guest.says('จองทีไทม์วันอังคารหน้า 8 โมงเช้า 3 คนครับ')
    await guest.hears('ที่ไหนดีคะ')
    await guest.image()
    await guest.hears('เก็บไว้กับการจองให้นะคะ')
    await guest.hears('ที่ไหนดีคะ')
    await guest.says('อัลไพน์ครับ')
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    await guest.hears(/PB-2611/)
    const [file] = await filesWhen(guest.userId, ['stored'])
    expect(file?.['booking_id']).not.toBeNull()
    const one = await desk.business('prime').call(`/v1/bookings/${String(file?.['booking_id'])}`)
    expect(await one.json()).toMatchObject({ files: [{ kind: 'image', url: expect.stringContaining('/files/') }] })
    const card = await desk.business('prime').group.hears(/PB-2611/)
    expect(JSON.stringify(card.raw)).toContain('รูป 1 รูป')
    await guest.image()
    await desk.business('prime').group.hears(/PB-2611/)
  })

  it('links end by themselves', async () => {
    const { group, call } = desk.business('meelike')
    const [{ id } = { id: '' }] = await desk.ask(
      `select m.case_id as id from files f join messages m on m.id = f.message_id where f.state = 'stored' and m.case_id is not null limit 1`,
    )
    const one = (await (await call(`/v1/cases/${String(id)}`)).json()) as { files: { url: string }[] }
    const url = here(one.files[0]?.url ?? '')
    const gallery = here(
      /"uri":"([^"]+pictures[^"]+)"/.exec(JSON.stringify(group.messages().map((it) => it.raw)))?.[1] ?? '',
    )
    expect([(await fetch(url)).status, (await fetch(gallery)).status]).toEqual([200, 200])
    await desk.later(3 * 3_600_000)
    expect([(await fetch(url)).status, (await fetch(gallery)).status]).toEqual([404, 200])
    await desk.later(8 * 86_400_000)
    const late = await fetch(gallery)
    expect(late.status).toBe(404)
    expect(await late.text()).toContain('no longer opens')
  })
})
