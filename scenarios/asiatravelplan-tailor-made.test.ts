import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, howMany, referenceIn, saidSince } from './all-quiet.ts'

const WISH = 'Hi, we’re 4 people, thinking of Chiang Mai second week of December, 3 nights'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('a trip to Chiang Mai (AsiaTravelPlan, English, on %s)', (app) => {
  const atp = () => desk.business('asiatravelplan', app)

  it('is planned to measure: nothing is asked twice, it is read back, sent, confirmed by staff, and told', async () => {
    const { customers, group, staff } = atp()
    const [imogen] = customers
    if (!imogen) throw new Error('no customer')
    await imogen.says(WISH)
    await imogen.hears('None of them is 3 nights')
    const cards = await imogen.hears('Northern Hill Trails')
    expect(cards.text).toContain('Bangkok to Chiang Mai by Rail')
    expect(saidSince(imogen, 1).length).toBeLessThanOrEqual(2)

    await imogen.taps('Plan one just for us')
    const back = await imogen.hears('Shall I send it?')
    for (const said of ['Chiang Mai', '4 people', '3 nights', 'Mon 7 Dec', 'Sun 13 Dec'])
      expect(back.text).toContain(said)

    await imogen.says('no, 5 people')
    expect((await imogen.hears('Shall I send it?')).text).toContain('5 people')

    await imogen.taps('Send it', { eventId: 'imogen-sends' })
    const answer = await imogen.hears(/ATP-\d+/)
    const reference = referenceIn(answer.text, /ATP-\d+/)
    await imogen.taps('Send it', { eventId: 'imogen-sends' })
    await imogen.taps('Send it')
    await imogen.hears(`sent already: ${reference} (New)`)

    const card = await group.hears(reference)
    for (const said of ['Imogen Farrar', 'Chiang Mai', '5 people', '3 nights', 'New request to book'])
      expect(card.text).toContain(said)
    const rows = await desk.ask(
      `select b.stage, b.slots, extract(epoch from b.sla_due_at - b.requested_at) / 3600 as hours, k.key,
         (select count(*)::int from timers t where t.subject_id = b.id and t.kind = 'booking.sla_breach') as clocks
       from bookings b join booking_kinds k on k.id = b.booking_kind_id where b.contact_id = (select contact_id from bookings where reference = $1)`,
      [reference],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      stage: 'new',
      key: 'tailor_made_trip',
      clocks: 1,
      slots: { party_size: 5, destination: 'Chiang Mai', duration_nights: 3, date: '2026-12-07/2026-12-13' },
    })
    expect(Number(rows[0]?.['hours'])).toBe(48)

    await atp().stranger.taps('Confirm')
    await group.hears(/link/)
    await staff('rowan').taps('Confirm')
    await group.hears(`${reference} confirmed by Rowan`)
    await imogen.hears(`${reference} is confirmed`)
    await staff('suda').taps(/^Confirm$/, { on: card.id })
    await group.hears(`${reference} is now: Confirmed`)
    await allQuiet(desk)
    expect(imogen.messages().filter((bubble) => bubble.text.includes('is confirmed'))).toHaveLength(1)
    expect(desk.troubles).toEqual([])
  })

  it('asks a day of that week when a tour is chosen, and understands days however they are said', async () => {
    const guest = atp().newcomer('Ines', 'en')
    await guest.says(WISH)
    await guest.hears('Northern Hill Trails')
    await guest.taps('Choose this')
    await guest.hears(/Which day in Mon 7 Dec/)

    await guest.says('31 June')
    await guest.hears('31 June isn’t a date in the calendar')
    await guest.says('Dec 12')
    const back = await guest.hears('Shall I send it?')
    expect(back.text).toContain('Sat 12 Dec')
    // the wish for three nights went with the trip that would have been made for them: this tour has four
    expect(back.text).not.toContain('3 nights')

    await guest.says('31 June')
    await guest.hears('31 June isn’t a date in the calendar')
    await guest.hears('Shall I send it?')
    await guest.says('next Friday')
    expect((await guest.hears('Shall I send it?')).text).toContain('Fri 27 Nov')
    await guest.says('12 ธ.ค.')
    // a date in Thai letters is a date, not a change of language
    expect((await guest.hears('Shall I send it?')).text).toContain('Sat 12 Dec')
    await guest.taps('Send it')
    const reference = referenceIn((await guest.hears(/ATP-\d+/)).text, /ATP-\d+/)
    const [row] = await desk.ask(
      `select slots->>'date' as date, (select key from catalogue_items where id = item_id) as item from bookings where reference = $1`,
      [reference],
    )
    expect(row).toMatchObject({ date: '2026-12-12', item: 'atp_th_03' })
    expect(desk.troubles).toEqual([])
  })

  it('takes a picked day, answers a question on the way, and books nothing when it is cancelled', async () => {
    const before = await howMany(desk)
    const guest = atp().newcomer('Otto', 'en')
    await guest.says(WISH)
    await guest.hears('Northern Hill Trails')
    await guest.taps('Choose this')
    await guest.hears(/Which day/)
    await guest.picks('2026-12-10')
    expect((await guest.hears('Shall I send it?')).text).toContain('Thu 10 Dec')

    const heard = guest.messages().length
    await guest.says('what is your refund policy?')
    await guest.hears('From: Cancellation policy')
    await guest.hears('Shall I send it?')
    expect(saidSince(guest, heard).length).toBeLessThanOrEqual(2)
    expect(guest.offers().slice(0, 4)).toContain('Talk to a person')

    await guest.says('cancel')
    await guest.hears('Nothing was booked')
    await guest.taps('Send it')
    await guest.hears(/no longer under way/)
    await allQuiet(desk)
    expect(await howMany(desk)).toEqual(before)
    expect(desk.troubles).toEqual([])
  })
})
