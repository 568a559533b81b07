import { expect, test } from 'vitest'
import { groupsFor, type Matter, type Route } from './routing.ts'

const topUp: Matter = { caseType: 'topup_not_credited', category: 'payment', severity: 'critical', provider: null }
const stuck: Matter = { caseType: 'order_stuck', category: 'order', severity: 'high', provider: 'thaireal_team' }
const tour: Matter = { bookingKind: 'tour', provider: 'guide' }
const person: Matter = {}

const group = (name: string, ...routes: Route[]) => ({ name, routes })
const all = group('all')
const money = group('money', { category: 'payment' })
const urgent = group('urgent', { severity: 'critical' })
const narrow = group('narrow', { caseType: 'order_stuck', severity: 'critical' })
const thaireal = group('thaireal', { provider: 'thaireal_team' })
const trips = group('trips', { bookingKind: 'tour' }, { bookingKind: 'cruise' })

test.each<[string, Matter, ReturnType<typeof group>[], string[]]>([
  ['one group hears everything', topUp, [all], ['all']],
  ['two groups without routes both do', stuck, [all, group('night')], ['all', 'night']],
  ['what a route claims goes there and nowhere else', topUp, [all, money], ['money']],
  ['what no route claims goes to the group without routes', stuck, [all, money], ['all']],
  ['two claims, two groups', topUp, [all, money, urgent], ['money', 'urgent']],
  ['all that a route names must fit', stuck, [all, narrow], ['all']],
  ['a provider’s cases', stuck, [all, thaireal], ['thaireal']],
  ['no provider is no provider', topUp, [all, thaireal], ['all']],
  ['a provider’s bookings too', { ...tour, provider: 'thaireal_team' }, [all, thaireal], ['thaireal']],
  ['routes of one group are alternatives', tour, [all, trips], ['trips']],
  ['a case is no booking', stuck, [all, trips], ['all']],
  ['a person who wants a person goes where no route is', person, [all, money], ['all']],
  ['nothing is lost when every group has routes', person, [money, trips], ['money', 'trips']],
  ['nor when none of them fits', stuck, [money, urgent], ['money', 'urgent']],
  ['an empty route never stands, but would fit everything', stuck, [all, group('odd', {})], ['odd']],
  [
    'null is open, as it comes from the database',
    topUp,
    [all, group('null', { caseType: null, category: 'payment' })],
    ['null'],
  ],
  ['without groups nobody hears it', topUp, [], []],
])('%s', (_, matter, groups, names) => {
  expect(groupsFor(matter, groups).map((it) => it.name)).toEqual(names)
})
