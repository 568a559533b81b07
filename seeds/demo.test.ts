import { expect, test } from 'vitest'
import { isLineId, isUserId, isWhatsAppAddress } from '../bot/simulator/cast.ts'
import { calendar } from './calendar.ts'
import { demoCast, demoSenders, demoTenants } from './demo.ts'

test('the identities are the published ones', () => {
  expect(demoTenants.map((it) => it.key)).toEqual(['meelike', 'prime', 'vschool', 'asiatravelplan', 'chapter2'])
  expect(demoTenants.map((it) => it.whatsapp.sender)).toEqual([
    'whatsapp:+15550001001',
    'whatsapp:+15550001002',
    'whatsapp:+15550001003',
    'whatsapp:+15550001004',
    'whatsapp:+15550001005',
  ])
  expect(demoTenants[0]).toMatchObject({
    apiKey: 'demo-meelike-api-key',
    line: {
      key: 'meelike-line',
      secret: 'demo-meelike-line-secret',
      token: 'demo-meelike-line-token',
      liffId: '2000000001-demomeel',
      loginChannelId: '2000000001',
    },
    whatsapp: { key: 'meelike-whatsapp', authToken: 'demo-meelike-twilio-token' },
  })
  expect(demoTenants.every((it) => /^AC[0-9a-f]{32}$/.test(it.whatsapp.accountSid))).toBe(true)
})

test('everybody in the cast has a LINE id of their own, and a group of staff is there', () => {
  for (const { people, groups } of demoCast.filter(({ channelKey }) => channelKey.endsWith('-line'))) {
    const ids = people.map((it) => it.userId)
    expect(ids.every(isUserId)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect(people.filter((it) => it.role === 'customer')).toHaveLength(2)
    expect(people.filter((it) => it.role === 'stranger')).toHaveLength(1)
    expect(groups).toHaveLength(1)
    expect(groups.every((it) => isLineId(it.groupId) && it.members.every((id) => ids.includes(id)))).toBe(true)
  }
})

test('everybody but staff is on WhatsApp too, by a number of their own; one hides it', () => {
  const cast = demoCast.filter(({ channelKey }) => channelKey.endsWith('-whatsapp'))
  const everybody = cast.flatMap(({ people }) => people)
  expect(everybody).toHaveLength(15)
  expect(new Set(everybody.flatMap(({ userId, bsuid = '' }) => [userId, bsuid])).size).toBe(25)
  expect(everybody.every(({ userId, bsuid = '' }) => isWhatsAppAddress(userId) && isWhatsAppAddress(bsuid))).toBe(true)
  expect(everybody.every(({ onLine = '' }) => isUserId(onLine))).toBe(true)
  expect(everybody.filter(({ userId }) => !userId.includes('+')).map(({ role }) => role)).toEqual(
    cast.map(() => 'stranger'),
  )
  expect(demoSenders.map((it) => [it.key, it.address])).toEqual(
    demoTenants.map((it) => [it.whatsapp.key, it.whatsapp.sender]),
  )
})

test('dates move by whole weeks into the week of seeding', () => {
  const sameWeek = calendar(new Date('2026-11-21T09:00:00+07:00'), 'Asia/Bangkok')
  expect(sameWeek.day('2026-12-06')).toBe('2026-12-06')
  const later = calendar(new Date('2027-03-01T01:00:00+07:00'), 'Asia/Bangkok')
  expect(later.day('2026-11-20')).toBe('2027-03-05')
  expect(later.on('2026-11-20', '10:00')).toEqual(new Date('2027-03-05T10:00:00+07:00'))
  expect(later.at('2026-11-20T10:00:01+07:00')).toEqual(new Date('2027-03-05T10:00:01+07:00'))
  expect(later.fromNow('2026-11-20T09:50:00+07:00')).toEqual(new Date('2027-03-01T00:50:00+07:00'))
})

test.each([0, 1, 2, 3, 4, 5, 6])(
  'on every day of the week (%i) what was over is over, and what was ahead is ahead',
  (days) => {
    for (const hour of ['03', '12', '23']) {
      const now = new Date(Date.parse(`2027-03-01T${hour}:00:00+07:00`) + days * 86_400_000)
      const { at, on, day } = calendar(now, 'Asia/Bangkok')
      for (const over of ['2026-11-20T09:20:00+07:00', '2026-11-16T08:00:00+07:00', '2026-10-01T10:00:00+07:00'])
        expect(at(over).getTime()).toBeLessThanOrEqual(now.getTime())
      expect(at('2026-11-16T08:00:00+07:00').getTime()).toBeLessThan(at('2026-11-20T09:20:00+07:00').getTime())
      expect(on('2026-11-19', '11:00').getTime()).toBeLessThanOrEqual(now.getTime())
      expect(day('2026-12-06') > now.toISOString().slice(0, 10)).toBe(true)
    }
  },
)
