import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../../test/chromium.ts'
import { aCast, aChannel, apiOf, card, staffGroup, text, tukta } from './desk.fake.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { aSender, nanNumber, twilioOf, whatsAppCast } from './twilio/stage.fake.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

let browser: Browser
let sim: Simulator
let deskUrl: string
let stopDesk: () => void
let push: (to: string, ...messages: object[]) => Promise<unknown>
let twilio: ReturnType<typeof twilioOf>
const time = { now: Date.parse('2026-11-20T10:00:00+07:00') }

/** A desk with the simulator mounted on its own port, and a page for the phones to open. */
beforeAll(async () => {
  // In a process of its own: vitest's NODE_ENV would leave a build for development behind.
  const config = ['--config', 'bot/simulator/page/vite.config.ts', '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', ...config], { env })
  const desk = createServer((request, response) => {
    if (request.url?.startsWith('/simulator')) return sim.requestListener(request, response)
    request.resume()
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><html lang="en"><title>Book</title><h1>Book a tour</h1></html>')
  })
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
  deskUrl = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`
  stopDesk = () => {
    desk.close()
    desk.closeAllConnections()
  }
  sim = await startSimulator({
    port: 0,
    deskUrl,
    channels: [aChannel],
    senders: [aSender],
    cast: [aCast, whatsAppCast],
    clock: () => time.now,
    moveClock: async (ms) => {
      time.now += ms
    },
  })
  twilio = twilioOf(sim)
  const call = apiOf(sim)
  push = (to, ...messages) => call('/v2/bot/message/push', { to, messages })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await sim?.stop()
  stopDesk?.()
})

async function withPage(look: object, story: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'en', ...look })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
  })
  page.on('pageerror', (trouble) => complaints.push(trouble.message))
  await page.goto(`${deskUrl}/simulator`)
  await story(page)
  await context.close()
  expect(complaints).toEqual([])
}

it('lets people talk, tap, pick a date and open a page, each on their own phone', async () => {
  await withPage({}, async (page) => {
    const first = page.locator('[data-phone=first]')
    const group = page.locator('[data-phone=group]')
    await first.getByRole('textbox', { name: 'Message' }).fill('เติมเงินไม่เข้าค่ะ')
    await first.getByRole('textbox', { name: 'Message' }).press('Enter')
    await first.getByText('เติมเงินไม่เข้าค่ะ').waitFor()

    await push(staffGroup, card('Claim'))
    await group.getByRole('combobox').selectOption({ label: 'Ton (staff)' })
    await group.getByRole('button', { name: 'Claim' }).click()
    await sim.until(() => sim.webhooks.some((hook) => hook.events[0]?.type === 'postback'))

    const picker = { type: 'datetimepicker', label: 'Another day', data: 'day', mode: 'date', min: '2026-12-01' }
    const form = { type: 'uri', label: 'Open the form', uri: `${deskUrl}/liff/book?case=1` }
    const items = [picker, form].map((action) => ({ type: 'action', action }))
    await push(tukta, text('When?', { quickReply: { items } }))
    await first.getByRole('button', { name: 'Another day' }).click()
    await first.getByLabel('Pick a date').last().fill('2026-12-12')
    await first.getByRole('button', { name: 'Choose' }).click()
    await sim.until(() => {
      const params = sim.webhooks.at(-1)?.events[0]?.postback as { params?: { date?: string } } | undefined
      return params?.params?.date === '2026-12-12'
    })

    await push(tukta, text('Or here', { quickReply: { items } }))
    await first.getByRole('button', { name: 'Open the form' }).click()
    await first.frameLocator('iframe').getByRole('heading', { name: 'Book a tour' }).waitFor()
    expect(page.frames().at(-1)?.url()).toMatch(/\/liff\/book\?case=1&slot=[0-9a-f]{32}&code=[\w-]{20,}$/)
    await first.getByRole('button', { name: 'Close' }).click()
    await first.locator('iframe').waitFor({ state: 'detached' })
  })
})

it('shows the second customer on WhatsApp: ticks, buttons, a list, and the time that is left', async () => {
  await withPage({}, async (page) => {
    const phone = page.locator('[data-phone=second]')
    await phone.getByText('Closed: only approved templates').waitFor()
    await phone.getByRole('textbox', { name: 'Message' }).fill('Is anybody there?')
    await phone.getByRole('textbox', { name: 'Message' }).press('Enter')
    const mine = phone.locator('.line.mine')
    await mine.getByRole('img', { name: 'Delivered' }).waitFor()
    await phone.getByText('Open for free answers: 24 h 0 min left').waitFor()

    const sid = sim.whatsapp.webhooks.at(-1)?.form.MessageSid ?? ''
    await twilio.call('/v2/Indicators/Typing.json', { channel: 'whatsapp', messageId: sid })
    await mine.getByRole('img', { name: 'Read' }).waitFor()
    const actions = [{ title: 'Send it', id: 'tap-1' }]
    const asked = await twilio.content({ 'twilio/quick-reply': { body: 'Shall I *send* it?', actions } })
    const sent = await twilio.send({ To: nanNumber, ContentSid: asked.sid })
    await sim.until(() => sim.whatsapp.messages.find((it) => it.sid === sent.body.sid)?.status === 'read')
    await phone.getByRole('button', { name: 'Send it' }).click()
    await sim.until(() => sim.whatsapp.webhooks.some((it) => it.form.ButtonPayload === 'tap-1'))

    const items = [{ item: 'Sun 6 Dec', id: 'row-1', description: 'Two seats left' }]
    const dates = await twilio.content({ 'twilio/list-picker': { body: 'Which day?', button: 'See the days', items } })
    await twilio.send({ To: nanNumber, ContentSid: dates.sid })
    await phone.getByRole('button', { name: 'See the days' }).click()
    const sheet = phone.getByRole('dialog', { name: 'See the days' })
    await sheet.getByRole('button', { name: /Sun 6 Dec/ }).click()
    await sim.until(() => sim.whatsapp.webhooks.some((it) => it.form.ListId === 'row-1'))
    await twilio.send({ To: nanNumber, Body: `Your form: ${deskUrl}/f/abc` })
    await phone.getByRole('button', { name: '/f/abc' }).click()
    await phone.frameLocator('iframe').getByRole('heading', { name: 'Book a tour' }).waitFor()
    expect(page.frames().at(-1)?.url()).toBe(`${deskUrl}/f/abc`)
    await phone.getByRole('button', { name: 'Close' }).click()

    await phone.getByRole('button', { name: 'LINE', exact: true }).click()
    await phone.getByRole('button', { name: 'Today’s work' }).waitFor()
  })
})

it.each([
  ['light', 1360],
  ['dark', 1360],
  ['light', 390],
  ['dark', 390],
])('has nothing that axe finds: %s, %i wide', async (colorScheme, width) => {
  await withPage({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
    await page.locator('[data-phone=first]').waitFor()
    await page.getByText('The platform, and stories').click()
    if (width < 1000) await page.getByRole('button', { name: 'Nan', exact: true }).click()
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
    expect(violations.map((it) => [it.id, ...it.nodes.map((node) => node.html)])).toEqual([])
  })
})

it('keeps a story as a file and plays it again; a person can do what the platform does', async () => {
  await withPage({}, async (page) => {
    const first = page.locator('[data-phone=first]')
    await first.getByRole('textbox', { name: 'Message' }).fill('once upon a time')
    await first.getByRole('textbox', { name: 'Message' }).press('Enter')
    await first.getByText('once upon a time').first().waitFor()
    await page.getByText('The platform, and stories').click()
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save what happened' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toMatch(/^story-meelike-2026-11-2\d\.json$/)
    const before = sim.webhooks.length
    const story = JSON.parse(await readFile(await saved.path(), 'utf8')) as { events: { text?: string }[] }
    const events = story.events.filter((it) => it.text === 'once upon a time')
    const buffer = Buffer.from(JSON.stringify({ ...story, events }))
    const field = page.getByLabel('Play a story again')
    await field.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('[') })
    await page.getByText('This file is no story.').waitFor()
    await field.setInputFiles({ name: 'story.json', mimeType: 'application/json', buffer })
    await page.getByText('1 of 1 played').waitFor()
    await sim.until(() =>
      sim.webhooks.slice(before).some((it) => JSON.stringify(it.events).includes('once upon a time')),
    )
    await page.getByRole('button', { name: 'LINE: deliver the newest event again' }).click()
    await sim.until(() => sim.webhooks.some((it) => it.events[0]?.deliveryContext.isRedelivery))
    await page.getByRole('button', { name: 'The month’s quota is spent' }).click()
    await page.getByRole('button', { name: 'No limit' }).click()
  })
})

it('shows one phone at a time on a narrow screen', async () => {
  await withPage({ viewport: { width: 390, height: 800 } }, async (page) => {
    await page.locator('[data-phone=first]').waitFor()
    await page.getByRole('button', { name: 'Meelike staff' }).click()
    await page.locator('[data-phone=group]').waitFor()
    expect(await page.locator('.phone:visible').count()).toBe(1)
  })
})
