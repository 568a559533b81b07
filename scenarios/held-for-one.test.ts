import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetTenants } from '../api/tenants/queries.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

describe.each(apps)('more seats than one customer may have on hold (on %s)', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
    await desk.ask(`update tenants set settings = settings || '{"mostHeldSeats": 2}' where key = 'asiatravelplan'`)
    forgetTenants()
    await desk.ask(
      `update slots s set booked = 0, held = 0 from catalogue_items i where i.id = s.item_id and i.code = 'ATP-LA-01'`,
    )
  })
  afterAll(() => desk.end())

  it('a kind word, and fewer of them go; what is held already counts, and a person is one tap away', async () => {
    const { newcomer } = desk.business('asiatravelplan', app)
    const guest = newcomer('Bea', 'en')
    await guest.says('I’d like to book the Slow Mekong tour')
    await guest.hears('How many people?')
    await guest.says('3')
    await guest.hears('Which date suits you for Slow Mekong?')
    await guest.taps(/^Sun 6 Dec/)
    await guest.hears('Shall I send it?')
    await guest.taps('Send it')
    await guest.hears('at most 2 seats of one departure for you until our team confirms. Would you like to take fewer')
    await guest.says('ok, 2 people then')
    expect((await guest.hears('Shall I send it?')).text).toContain('2 people')
    await guest.taps('Send it')
    await guest.hears('2 seats are held')

    await guest.says('I’d like to book the Slow Mekong tour')
    await guest.hears('How many people?')
    await guest.says('1')
    await guest.hears('Which date suits you for Slow Mekong?')
    await guest.taps(/^Sun 6 Dec/)
    await guest.hears('Shall I send it?')
    await guest.taps('Send it')
    await guest.hears('and 2 are held for you already')
    await guest.taps('Talk to a person')
    await guest.hears('asked our team to join')
    await allQuiet(desk)
    const held = await desk.ask(
      `select sum(s.held)::int as held from slots s join catalogue_items i on i.id = s.item_id where i.code = 'ATP-LA-01'`,
    )
    expect(held).toEqual([{ held: 2 }])
    expect(desk.troubles).toEqual([])
  })
})
