import { expect, test } from 'vitest'
import { mustFit } from '../../api/notifications/commands/put-template.ts'
import { filledIn } from '../../api/notifications/queries/plan.ts'
import { newsEventNames, newsEvents } from '../../api/notifications/schema.ts'
import { useMasterKey } from '../../api/secrets.ts'
import { languages, TenantSettings } from '../../api/tenants/schema.ts'
import { builtIn } from './built-in.ts'
import { sampleValues } from './sample.ts'

useMasterKey(Buffer.alloc(32, 7))
const tenant = {
  id: '00000000-0000-7000-8000-000000000001',
  key: 'acme',
  name: 'Acme',
  zone: 'Asia/Bangkok',
  currency: 'THB',
  language: 'th' as const,
  settings: TenantSettings.parse({}),
}

const told = newsEventNames.flatMap((event) => newsEvents[event].to.map((audience) => [event, audience] as const))

test.each(told)('our own words for %s (%s) could be saved, and read well with examples', (event, audience) => {
  for (const language of languages) {
    const template = builtIn(event, audience, language)
    mustFit(template, event, audience)
    const reader = { tenant, language, now: new Date('2026-11-20T03:00:00Z'), publicUrl: 'http://desk.test' }
    const read = filledIn(template, sampleValues(event, audience, reader))
    expect(read, template).not.toMatch(/\{|–$|undefined/)
    expect(read).not.toBe('')
  }
})
