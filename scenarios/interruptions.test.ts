import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetTenants } from '../api/tenants/queries.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn, saidSince } from './all-quiet.ts'

const WISH = 'Hi, we’re 4 people, thinking of Chiang Mai second week of December, 3 nights'

const QUIET_MS = 150

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ quietMs: QUIET_MS })
})
afterAll(() => desk.end())

async function waitsFor(quietMs: number) {
  await desk.ask(`update tenants set settings = settings || jsonb_build_object('quietMs', $1::int)`, [quietMs])
  forgetTenants()
}

/** As a collector or a busy neighbour does: nothing in this process goes on meanwhile. */
function standStill(ms: number) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

describe.each(apps)('when something comes in between (on %s)', (app) => {
  it('a driver who does not come opens a case at once; the booking waits, and goes on by a tap or a word', async () => {
    const { customers, group } = desk.business('asiatravelplan', app)
    const [imogen] = customers
    if (!imogen) throw new Error('no customer')
    await imogen.says(WISH)
    await imogen.hears('Northern Hill Trails')
    await imogen.taps('Plan one just for us')
    await imogen.hears('Shall I send it?')
    await imogen.says('my driver never showed up at the airport, we are stranded!')
    const reference = referenceIn((await imogen.hears(/CS-\d+/)).text, /CS-\d+/)
    await imogen.hears('order or booking number')
    expect((await group.hears(reference)).text).toContain('Critical')
    await imogen.taps('Skip')
    await imogen.hears('The team works with what you wrote')
    await imogen.taps('Back to my booking')
    await imogen.hears('back to your booking')
    expect((await imogen.hears('Shall I send it?')).text).toContain('Chiang Mai')

    // the same trouble again, in another language, joins the case that is open
    await imogen.says('รถไม่มารับที่สนามบินเลยครับ รออยู่ชั่วโมงนึงแล้ว')
    await imogen.hears(new RegExp(`${reference}.*ยังเปิดอยู่`))
    await imogen.says('จองต่อ')
    await imogen.hears('ขอทวนรายละเอียดนะคะ')
    await imogen.taps('ส่งเลย')
    await imogen.hears(/ATP-\d+/)
    const [row] = await desk.ask(
      `select (select count(*)::int from cases c where c.contact_id = k.contact_id and c.status <> 'closed') as cases, (select count(*)::int from bookings b where b.conversation_id = k.id) as bookings, k.state from conversations k where k.id = $1`,
      [await conversationOf(desk, imogen)],
    )
    expect(row).toMatchObject({ cases: 1, bookings: 1 })
    expect(JSON.stringify(row?.['state'])).not.toMatch(/"(?:draft|parked)"/)
    expect(desk.troubles).toEqual([])
  })

  it('a button of the parked booking still works, and cancelling it leaves nothing behind', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer('Lou', 'en')
    await guest.says(WISH)
    await guest.hears('Northern Hill Trails')
    await guest.taps('Plan one just for us')
    const back = await guest.hears('Shall I send it?')
    await guest.says('my driver never showed up at the airport, we are stranded!')
    await guest.hears(/CS-\d+/)
    await guest.hears('order or booking number')
    await guest.says('ATP-5033')
    await guest.hears('added that to')
    await guest.taps('Cancel', { on: back.id })
    await guest.hears('Nothing was booked')
    await guest.says('continue')
    await allQuiet(desk)
    expect(
      await desk.ask(`select 1 from bookings b join conversations k on k.id = b.conversation_id where k.id = $1`, [
        await conversationOf(desk, guest),
      ]),
    ).toEqual([])
    expect(desk.troubles).toEqual([])
  })

  it('several bubbles are one turn: one case, one answer', async () => {
    const { newcomer } = desk.business('meelike', app)
    const guest = newcomer('มุก', 'th')
    // on a busy machine the three calls may reach the desk further apart than its own quiet here
    await waitsFor(3_000)
    await Promise.all([guest.says('ออเดอร์ 1290801 ไม่เดินเลยค่ะ'), guest.says('สั่งตั้งแต่เมื่อวาน'), guest.says('ช่วยดูหน่อยค่ะ')])
    await guest.hears(/ML-C-\d+/)
    await allQuiet(desk)
    await waitsFor(QUIET_MS)
    expect(saidSince(guest, 0)).toEqual([expect.stringMatching(/ML-C-\d+/)])
    const rows = await desk.ask(
      `select c.reference from cases c join conversations k on k.id = c.conversation_id where k.id = $1`,
      [await conversationOf(desk, guest)],
    )
    expect(rows).toHaveLength(1)
    await guest.says('ออเดอร์ 1290801 ยังไม่เดินเลยนะคะ')
    await guest.hears('ที่ยังเปิดอยู่')
    await guest.image()
    await guest.hears('แนบไว้กับ')
    expect(
      await desk.ask(`select 1 from cases c join conversations k on k.id = c.conversation_id where k.id = $1`, [
        await conversationOf(desk, guest),
      ]),
    ).toHaveLength(1)
    expect(desk.troubles).toEqual([])
  })

  it('what was said while the desk stood still belongs to the same turn', async () => {
    const guest = desk.business('meelike', app).newcomer('ฝน', 'th')
    await guest.says('ออเดอร์ 1290802 ไม่เดินเลยค่ะ')
    const others = [guest.says('สั่งตั้งแต่เมื่อวาน'), guest.says('ช่วยดูหน่อยค่ะ')]
    standStill(3 * QUIET_MS)
    await Promise.all(others)
    await guest.hears(/ML-C-\d+/)
    await allQuiet(desk)
    expect(saidSince(guest, 0)).toEqual([expect.stringMatching(/ML-C-\d+/)])
  })

  it('another language in the middle is answered in it; a question in the middle leaves the booking where it was', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer('Yuki', 'en')
    await guest.says('I’d like to book the Slow Mekong tour')
    await guest.hears('How many people?')
    await guest.says('2名です')
    await guest.says('大人2名でお願いします')
    await guest.hears('どの日程がよろしいでしょうか')
    const heard = guest.messages().length
    await guest.says('キャンセル料はいくらですか?')
    await guest.hears('出典:キャンセルポリシー')
    await guest.hears('どの日程がよろしいでしょうか')
    await allQuiet(desk)
    expect(saidSince(guest, heard).length).toBeLessThanOrEqual(2)
    expect(desk.troubles).toEqual([])
  })

  it('a few words that answer are no emergency, and a wish for something else is a booking of its own', async () => {
    const before = (await desk.ask('select count(*)::int as count from cases'))[0]
    const guest = desk.business('asiatravelplan', app).newcomer('Ana', 'en')
    await guest.says('I want to book a trip')
    await guest.hears('Angkor at Dawn')
    await guest.says('me and my wife')
    await guest.hears('Angkor at Dawn')
    await guest.taps('Plan one just for us')
    await guest.hears('Where would you like to go?')
    await guest.says('Tokyo')
    await guest.hears('Which day would you like?')
    await guest.says('January')
    await guest.hears('For how many nights?')
    await guest.says('a week')
    const back = await guest.hears('Shall I send it?')
    for (const said of ['Tokyo', '2 people', '7 nights', 'January 2027']) expect(back.text).toContain(said)
    await guest.says('i want the beach side')
    expect((await guest.hears(/beach side/)).text).toMatch(/Shall I send it[^]*Note[^]*i want the beach side/)
    await guest.says('We also need an airport transfer in Bangkok tomorrow at 5pm please')
    expect((await guest.hears('Shall I send it?')).text).toContain('17:00')
    await guest.taps('Send it')
    await guest.hears(/ATP-\d+/)
    // the first goes on by itself: nobody has to remember it
    await guest.hears(/Tokyo/)
    await guest.says('yes please')
    await guest.hears(/ATP-\d+/)
    await allQuiet(desk)
    const kinds = await desk.ask(
      `select k.key from bookings b join booking_kinds k on k.id = b.booking_kind_id join conversations c on c.id = b.conversation_id where c.id = $1 order by b.requested_at`,
      [await conversationOf(desk, guest)],
    )
    expect(kinds.map((it) => it['key'])).toEqual(['transfer_only', 'tailor_made_trip'])
    expect((await desk.ask('select count(*)::int as count from cases'))[0]).toEqual(before)
    expect(desk.troubles).toEqual([])
  })
})

// WhatsApp tells nothing of it
describe('a message that is taken back on LINE', () => {
  it('what is taken back is gone from the desk', async () => {
    const { newcomer } = desk.business('meelike')
    const guest = newcomer('ลืมไป', 'th')
    const said = await guest.says('เติมเงินไม่เข้าค่ะ ยูส secret_user_name โอนไป 500')
    await guest.hears(/ML-C-\d+/)
    await guest.unsends(said.messageId)
    await allQuiet(desk)
    const [row] = await desk.ask(
      `select body, removed_at is not null as removed from messages where external_id = $1`,
      [said.messageId],
    )
    expect(row).toMatchObject({ body: null, removed: true })
    expect(desk.troubles).toEqual([])
  })
})
