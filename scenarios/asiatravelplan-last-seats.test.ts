import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonChat } from '../bot/simulator/phones.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn } from './all-quiet.ts'

const FIRST_DEPARTURE = `select s.id, s.capacity, s.held, s.booked from slots s join catalogue_items i on i.id = s.item_id where i.code = 'ATP-LA-01' order by s.starts_at limit 1`

describe.each(apps)('the last seats of a departure (AsiaTravelPlan, on %s)', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  // every story begins with two seats left on the first departure of Slow Mekong
  beforeEach(() =>
    desk.ask(`update slots set held = 0, booked = capacity - 2 where id = (select id from (${FIRST_DEPARTURE}) first)`),
  )

  const firstDeparture = async () =>
    (await desk.ask(FIRST_DEPARTURE))[0] as { id: string; capacity: number; held: number; booked: number }
  const bookingsOn = async (slot: string) =>
    desk.ask(
      `select reference, seats_state, stage from bookings where slot_id = $1 and seats_state in ('held', 'booked') and source = $2`,
      [slot, app],
    )

  async function wantsTheLastTwo(guest: PersonChat): Promise<void> {
    await guest.says('I’d like to book the Slow Mekong tour')
    await guest.hears('How many people?')
    await guest.says('2')
    await guest.hears('Which date suits you for Slow Mekong?')
    await guest.taps(/^Sun 6 Dec/)
    expect((await guest.hears('Shall I send it?')).text).toContain('2 people')
  }

  it('go to whoever sends first; the other hears it has just gone, and keeps the rest', async () => {
    const { newcomer, group } = desk.business('asiatravelplan', app)
    const [ken, mali] = [newcomer('Ken', 'en'), newcomer('Mali', 'en')]
    for (const guest of [ken, mali]) await wantsTheLastTwo(guest)
    await ken.taps('Send it', { eventId: 'ken-1' })
    const reference = referenceIn((await ken.hears('2 seats are held')).text, /ATP-\d+/)
    await ken.taps('Send it', { eventId: 'ken-1', redelivery: true })
    expect((await group.hears(reference)).text).toContain('2 (held)')

    await mali.taps('Send it')
    await mali.hears('that has just gone')
    await mali.taps(/^Sun 20 Dec/)
    const again = await mali.hears('Shall I send it?')
    expect(again.text).toContain('2 people')
    expect(again.text).toContain('Sun 20 Dec')
    await mali.taps('Send it')
    await mali.hears('2 seats are held')

    await allQuiet(desk)
    const slot = await firstDeparture()
    expect(slot.held + slot.booked).toBe(slot.capacity)
    expect(await bookingsOn(slot.id)).toHaveLength(1)
    expect(ken.messages().filter((bubble) => bubble.text.includes(reference))).toHaveLength(1)

    // nobody confirms: the hold runs out and the seats are free for the next who asks
    await desk.later(3 * 24 * 60 * 60_000)
    await group.hears(new RegExp(`${reference}: the hold ran out`))
    const after = await firstDeparture()
    expect(after.capacity - after.held - after.booked).toBe(2)
    expect(desk.troubles).toEqual([])
  })

  it('go to exactly one of two who send at the same instant', async () => {
    const { newcomer } = desk.business('asiatravelplan', app)
    const guests = [newcomer('Ida', 'en'), newcomer('Noel', 'en')]
    for (const guest of guests) await wantsTheLastTwo(guest)
    await Promise.all(guests.map((guest) => guest.taps('Send it')))
    const answers = await Promise.all(guests.map((guest) => guest.hears(/2 seats are held|has just gone/)))
    expect(answers.map((it) => it.text.includes('seats are held')).sort()).toEqual([false, true])
    await allQuiet(desk)
    const slot = await firstDeparture()
    expect(slot.held + slot.booked).toBe(slot.capacity)
    expect(desk.troubles).toEqual([])
  })

  it('are not offered to a party that does not fit', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer('Petra', 'en')
    await guest.says('Slow Mekong for 3 people on 6 December please')
    await guest.hears('Slow Mekong has only 2 seats left on Sun 6 Dec')
    expect(guest.offers()).not.toContain('Sun 6 Dec 08:00')
    expect(desk.troubles).toEqual([])
  })
})
