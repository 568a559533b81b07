import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asOwner } from '../api/db/owner.ts'
import { startSimulator, type Simulator } from '../bot/simulator/simulator.ts'
import { demoCast, demoChannels, demoSenders } from '../seeds/demo.ts'
import { aDemoDatabase, DEMO_ENCRYPTION_KEY } from '../test/desk.ts'
import type { FreshDatabase } from '../test/database.ts'

const CHANNEL = 'asiatravelplan-line'

/** A desk process of its own, as in production: real environment, real signals. */
async function aProcess(database: FreshDatabase, simulator: Simulator) {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, ['bin/serve.mjs', 'api'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: database.ownerUrl,
      APP_DATABASE_URL: database.appUrl,
      MACHINERY_DATABASE_URL: database.machineryUrl,
      ENCRYPTION_KEY: DEMO_ENCRYPTION_KEY,
      LINE_API_BASE_URL: simulator.url,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()))
  await new Promise<void>((ready, failed) => {
    child.stdout?.on('data', (part: Buffer) => part.toString().includes('ready') && ready())
    child.once('exit', (code) => failed(new Error(`the desk ended with ${code}: ${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async kill(signal: NodeJS.Signals) {
      const ended = new Promise<number | null>((done) => child.once('exit', done))
      child.kill(signal)
      return ended
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise<void>((done) => probe.close(() => done()))
  return typeof address === 'object' && address ? address.port : 0
}

describe('kill -9 in the middle of the work', () => {
  let database: FreshDatabase
  let simulator: Simulator
  beforeAll(async () => {
    database = await aDemoDatabase({ quietMs: 150 })
    simulator = await startSimulator({
      port: 0,
      deskUrl: 'http://127.0.0.1:1',
      channels: demoChannels,
      senders: demoSenders,
      cast: demoCast,
      clock: Date.now,
    })
  }, 120_000)
  afterAll(async () => {
    await simulator.stop()
    await database.drop()
  })
  const ask = (sql: string) => asOwner(database.ownerUrl, (it) => it(sql))

  it('loses nothing that was acknowledged, commits each turn once, and another process takes over within ten seconds', async () => {
    const first = await aProcess(database, simulator)
    const second = await aProcess(database, simulator)
    simulator.pointAt(first.url)
    const people = Array.from({ length: 40 }, (_, n) =>
      simulator.addPerson(CHANNEL, { name: `Guest ${n}`, language: 'en' }),
    )
    const acknowledged: string[] = []
    const saying = people.map(async (person, n) => {
      // they arrive one after the other, so that the crash meets some stored only, some thought about, some being sent
      await new Promise((done) => setTimeout(done, n * 12))
      const said = await simulator
        .chat(CHANNEL, person.userId)
        .says(n % 2 ? 'hello' : 'our driver has not come to the hotel, we are still waiting')
      if (said.status === 200) acknowledged.push(person.userId)
    })
    await vi.waitUntil(() => acknowledged.length >= 20, { timeout: 60_000, interval: 2 })
    const killed = (await ask('select lease_owner from conversations where lease_owner is not null limit 1'))[0]
    await first.kill('SIGKILL')
    const killedAt = Date.now()
    await Promise.allSettled(saying)
    expect(acknowledged.length).toBeGreaterThan(3)

    // in the other's hands, however long it then thinks
    await vi.waitUntil(
      async () =>
        Number(
          (
            await ask(
              `select count(*)::int as n from inbox i join conversations c using (channel_id, source_id)
               where i.state = 'waiting' and c.lease_owner is not distinct from '${String(killed?.['lease_owner'])}'`,
            )
          )[0]?.['n'],
        ) === 0,
      { timeout: 60_000, interval: 100 },
    )
    expect(Date.now() - killedAt).toBeLessThan(10_000)
    await vi.waitUntil(
      async () => Number((await ask(`select count(*)::int as n from inbox where state = 'waiting'`))[0]?.['n']) === 0,
      {
        timeout: 60_000,
        interval: 100,
      },
    )
    await vi.waitUntil(
      async () =>
        Number(
          (await ask(`select count(*)::int as n from outbox where state in ('ready', 'sending', 'again')`))[0]?.['n'],
        ) === 0,
      { timeout: 60_000, interval: 100 },
    )

    const stored = await ask(`select source_id, state from inbox`)
    for (const userId of acknowledged) expect(stored).toContainEqual({ source_id: userId, state: 'done' })
    const turns = await ask(`
      select c.source_id, count(*)::int as answers, min(o.state) as state, min(o.sent_as) as sent_as from outbox o
      join conversations c on c.id = o.conversation_id where c.kind = 'direct' group by 1`)
    for (const userId of acknowledged) {
      const turn = turns.find((it) => it['source_id'] === userId)
      expect(turn, userId).toMatchObject({ answers: 1 })
      // only a send that was in flight may be in doubt
      expect(['sent', 'unknown']).toContain(turn?.['state'])
      const answers = simulator
        .chat(CHANNEL, userId)
        .messages()
        .filter((it) => it.from !== userId)
      expect(answers.length, userId).toBeLessThanOrEqual(2)
      if (turn?.['state'] === 'sent') expect(answers.length).toBeGreaterThan(0)
    }
    const twice = await ask(
      `select contact_id from cases where created_at > now() - interval '5 minutes' group by contact_id, case_type_id having count(*) > 1`,
    )
    expect(twice).toEqual([])
    expect(await second.kill('SIGTERM')).toBe(0)
  }, 120_000)
})
