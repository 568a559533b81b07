import { expect } from 'vitest'
import { inTenant, system } from '../api/context.ts'
import { issueApiKey } from '../api/staff/commands.ts'
import { createTenant } from '../api/tenants/commands.ts'
import { giveFirstTerms } from '../api/tenants/commands/give-first-terms.ts'
import { forgetTriage } from '../api/triage/queries.ts'
import type { Desk } from '../test/desk.ts'

/** What `POST /v1/messages` says of one message, and `said`: all of its answer with what is offered to be tapped. */
export type Became = {
  became: string
  intent: string
  case: { reference: string } | null
  booking: { reference: string } | null
  reply: { text: string; choices: string[] }[]
  said: string
}

/** A business that has nothing to do with those of the demo, on its first day: its admin has an API key, and nothing else is set up. */
export async function ownBusiness(desk: Desk, key: string, language: 'th' | 'en' | 'ja') {
  const it = { key, name: key, zone: 'Asia/Bangkok', currency: 'THB', language } as const
  const { id: tenantId } = await createTenant(desk.database.ownerUrl, it)
  const apiKey = `${key}-key-for-this-test`
  await inTenant(tenantId, system, async (ctx) => {
    await giveFirstTerms(ctx)
    await issueApiKey(ctx, { name: 'set-up', key: apiKey, role: 'admin' })
  })
  const call = async (method: string, path: string, body: object): Promise<unknown> => {
    const answered = await fetch(`${desk.url}/v1/${path}`, {
      method,
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const shown: unknown = await answered.json()
    expect([path, answered.ok, shown]).toEqual([path, true, shown])
    return shown
  }
  return {
    tenantId,
    call,
    setUp: async (parts: readonly (readonly [path: string, body: object])[]): Promise<void> => {
      for (const [path, body] of parts) await call('PUT', path, body)
      forgetTriage()
    },
    /** One message after the other, and what became of the last. */
    hears: async (from: string, ...lines: string[]): Promise<Became> => {
      let became: Omit<Became, 'said'> | undefined
      for (const text of lines) became = (await call('POST', 'messages', { from: { id: from }, text })) as Became
      if (!became) throw new Error('Nothing was said')
      return { ...became, said: became.reply.map((one) => [one.text, ...one.choices].join('\n')).join('\n') }
    },
  }
}
