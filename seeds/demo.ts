import { createHash } from 'node:crypto'
import type { Language } from '../api/tenants/schema.ts'
import {
  type Cast,
  type Channel,
  lineId,
  type Person,
  type Sender,
  whatsAppId,
  whatsAppNumber,
} from '../bot/simulator/cast.ts'
import { paddedLineId } from './line-ids.ts'
import { staffOf } from './staff.ts'

/** The demo's identities. All of them are public: the desk takes them only with DEMO=1. */
export type DemoTenant = {
  key: string
  name: string
  zone: string
  currency: string
  language: Language
  apiKey: string
  line: Channel
  whatsapp: { key: string; name: string; accountSid: string; authToken: string; sender: string }
  staffGroup: { groupId: string; name: string }
  customers: DemoPerson[]
  stranger: DemoPerson
}

/** `whatsapp` is the address of the same person there. */
export type DemoPerson = { userId: string; name: string; language: Language; whatsapp: string }

const ZONE = 'Asia/Bangkok'

export const linkCodeOf = (staffKey: string): string => `demo-${staffKey}`
export const lineIdOfStaff = (tenant: string, staffKey: string): string => lineId('U', `${tenant} staff ${staffKey}`)

type Given = {
  key: string
  name: string
  currency: string
  language: Language
  group: string
  customers: DemoPerson[]
  stranger: string
}

const person = (tenant: string, name: string, language: Language, userId?: string): DemoPerson => ({
  userId: userId ?? lineId('U', `${tenant} customer ${name}`),
  name,
  language,
  whatsapp: whatsAppNumber(`${tenant} ${name}`),
})

const given: Given[] = [
  {
    key: 'meelike',
    name: 'Meelike',
    currency: 'THB',
    language: 'th',
    group: 'Meelike Critical Alerts',
    customers: [
      person('meelike', 'ตุ๊กตาช็อป', 'th', paddedLineId('U7003')),
      person('meelike', 'โนวาบูสต์', 'th', paddedLineId('U7002')),
    ],
    stranger: 'Somsak',
  },
  {
    key: 'prime',
    name: 'Prime',
    currency: 'THB',
    language: 'th',
    group: 'Prime Concierge Desk',
    customers: [
      person('prime', 'กิตติภณ รัตนวงศ์', 'th', paddedLineId('U0000000000000000000000001001')),
      person('prime', '田口 勝', 'ja', paddedLineId('U0000000000000000000000001010')),
    ],
    stranger: 'Anucha',
  },
  {
    key: 'vschool',
    name: 'V School',
    currency: 'THB',
    language: 'th',
    group: 'V School ทีมงาน',
    customers: [person('vschool', 'ชนิกานต์ พูลสุข', 'th'), person('vschool', '森下 恵', 'ja')],
    stranger: 'Preeya',
  },
  {
    key: 'asiatravelplan',
    name: 'AsiaTravelPlan',
    currency: 'USD',
    language: 'en',
    group: 'AsiaTravelPlan Ops Desk',
    customers: [person('asiatravelplan', 'Imogen Farrar', 'en'), person('asiatravelplan', 'Bart Hendriksen', 'en')],
    stranger: 'Dana',
  },
  {
    key: 'chapter2',
    name: 'Chapter2',
    currency: 'THB',
    language: 'th',
    group: 'Chapter2 ทีมงาน',
    customers: [person('chapter2', 'ประไพ สุขเกษม', 'th'), person('chapter2', 'Hollis Grant', 'en')],
    stranger: 'Wirat',
  },
]

export const demoTenants: DemoTenant[] = given.map((it, index) => {
  const loginChannelId = `200000000${index + 1}`
  return {
    key: it.key,
    name: it.name,
    zone: ZONE,
    currency: it.currency,
    language: it.language,
    apiKey: `demo-${it.key}-api-key`,
    line: {
      key: `${it.key}-line`,
      tenantKey: it.key,
      tenantName: it.name,
      secret: `demo-${it.key}-line-secret`,
      token: `demo-${it.key}-line-token`,
      botName: it.name,
      botUserId: lineId('U', `${it.key} bot`),
      liffId: `${loginChannelId}-demo${it.key.slice(0, 4)}`,
      loginChannelId,
      timeZone: ZONE,
    },
    whatsapp: {
      key: `${it.key}-whatsapp`,
      name: it.name,
      accountSid: `AC${createHash('md5').update(it.key).digest('hex')}`,
      authToken: `demo-${it.key}-twilio-token`,
      sender: `whatsapp:+1555000100${index + 1}`,
    },
    staffGroup: { groupId: lineId('C', `${it.key} staff group`), name: it.group },
    customers: it.customers,
    stranger: {
      ...person(it.key, it.stranger, it.language, lineId('U', `${it.key} stranger`)),
      // hides the number: the business knows this person by an id alone
      whatsapp: whatsAppId(`${it.key} ${it.stranger}`),
    },
  }
})

export const demoChannels: Channel[] = demoTenants.map((it) => it.line)

export const demoSenders: Sender[] = demoTenants.map(({ key, name, zone, whatsapp }) => ({
  key: whatsapp.key,
  tenantKey: key,
  tenantName: name,
  botName: name,
  accountSid: whatsapp.accountSid,
  authToken: whatsapp.authToken,
  address: whatsapp.sender,
  timeZone: zone,
}))

/** On LINE: two customers, the staff in their group, and one person who belongs to neither. */
const castOnLine = demoTenants.map((it): Cast => {
  const staff = staffOf(it.key).map(
    (member): Person => ({
      userId: lineIdOfStaff(it.key, member.key),
      name: member.names[member.language] ?? member.name,
      language: member.language,
      role: 'staff',
      staffKey: member.key,
    }),
  )
  return {
    channelKey: it.line.key,
    people: [...it.customers.map((one) => onLine(one, 'customer')), ...staff, onLine(it.stranger, 'stranger')],
    groups: [{ ...it.staffGroup, members: staff.map((member) => member.userId) }],
  }
})

/** On WhatsApp: the same customers with numbers, and the stranger without one. */
const castOnWhatsApp = demoTenants.map(
  (it): Cast => ({
    channelKey: it.whatsapp.key,
    people: [
      ...it.customers.map((one) => onWhatsApp(it.key, one, 'customer')),
      onWhatsApp(it.key, it.stranger, 'stranger'),
    ],
    groups: [],
  }),
)

export const demoCast: Cast[] = [...castOnLine, ...castOnWhatsApp]

function onLine({ userId, name, language }: DemoPerson, role: Person['role']): Person {
  return { userId, name, language, role }
}

function onWhatsApp(tenant: string, one: DemoPerson, role: Person['role']): Person {
  const { name, language } = one
  return { userId: one.whatsapp, bsuid: whatsAppId(`${tenant} ${name}`), name, language, role, onLine: one.userId }
}
