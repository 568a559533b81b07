import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TrackView } from '../api/cases/schema.ts'
import { launchChromium } from '../test/chromium.ts'
import { pageSizes } from './build-sizes.ts'
import { type FakeDesk, problem, startFakeDesk } from './desk.fake.ts'
import { activities, booking, cases, form, resolved, session, today, track } from './fixtures.fake.ts'

const OUR_SCRIPT_MOST = 60 * 1024
const HOUR = 3_600_000
const DAY = 24 * HOUR
const folder = mkdtempSync(join(tmpdir(), 'bellhop-liff-'))
const pictures = process.env['PICTURES']

let desk: FakeDesk
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'silent',
    build: { outDir: folder },
  })
  desk = await startFakeDesk(folder)
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => {
  desk.forgetAll()
  desk.on('GET /public/v1/track/a-token', () => ({ body: track }))
  desk.on('POST /public/v1/track/a-token/seen', () => ({ status: 204 }))
  desk.on('GET /v1/me/booking-form', () => ({ body: form }))
  desk.on('GET /v1/session', () => ({ body: session }))
  desk.on('GET /v1/today', () => ({ body: { ...today, now: new Date().toISOString() } }))
  desk.on('GET /v1/today/live', () => ({}))
  desk.on('GET /v1/activities', () => ({ body: { items: activities } }))
  desk.on('GET /v1/cases', () => ({ body: { items: cases } }))
  for (const it of cases) desk.on(`GET /v1/cases/${it.id}`, () => ({ body: it }))
})

afterEach(async () => {
  await page?.context().close()
})

type Theme = 'light' | 'dark'

/** A phone with this page on it. Failed answers that a test asked for are not complaints; anything else on the console is. */
async function open(
  path: string,
  {
    theme = 'light',
    locale = 'en-GB',
    width = 390,
    first,
  }: { theme?: Theme; locale?: string; width?: number; first?: string } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    colorScheme: theme,
    locale,
    reducedMotion: 'reduce',
  })
  await page?.context().close()
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) complaints.push(said.text())
  })
  if (first) await page.addInitScript(first)
  await page.goto(desk.url + path)
}

async function looksRight(name: string) {
  await page.evaluate('document.fonts.ready')
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: !name.includes('sheet') })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]),
  ).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(complaints).toEqual([])
}

const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor()
const pick = (name: string | RegExp) => page.getByRole('radio', { name }).check()
const tap = (name: string | RegExp) => page.getByRole('button', { name }).click()

describe('every page', () => {
  it('weighs little, and brings no stand-in for LINE', () => {
    const sizes = pageSizes(folder)
    expect(sizes.map(({ page: name }) => name).toSorted()).toEqual(['book', 'door', 'today', 'track'])
    for (const { page: name, script } of sizes) expect(script, name).toBeLessThan(OUR_SCRIPT_MOST)
    expect(readdirSync(join(folder, 'assets')).filter((file) => file.includes('mock'))).toEqual([])
  })

  it.each([
    ['/t/a-token', 'กำลังตรวจสอบให้ค่ะ'],
    ['/liff/book/?ref=a-ref', 'สนใจอะไรดีคะ'],
  ])('%s is never shown in another language first', async (path, title) => {
    desk.on('GET /v1/me/booking-form', () => ({ body: { ...form, language: 'th' } }))
    const first = `window.titles = new Set()
      new MutationObserver(() => document.querySelectorAll('h1').forEach((it) => titles.add(it.textContent)))
        .observe(document, { subtree: true, childList: true, characterData: true })`
    await open(path, { first })
    await heading(title)
    expect(await page.evaluate('[...titles]')).toEqual([title])
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`can be read by everybody in the ${theme} theme`, async () => {
      await open('/t/a-token', { theme })
      await heading('กำลังตรวจสอบให้ค่ะ')
      await looksRight(`track-${theme}`)
      desk.on('GET /public/v1/track/a-token', () => ({ body: resolved }))
      await open('/liff/track/?token=a-token', { theme })
      await heading('แก้ไขเรียบร้อยแล้วค่ะ')
      await looksRight(`track-resolved-${theme}`)
      await open('/t/gone', { theme })
      await heading('This link no longer opens')
      await looksRight(`track-gone-${theme}`)
      await open('/liff/today/', { theme })
      await heading('วันนี้')
      await page.getByText('สด', { exact: true }).waitFor()
      await looksRight(`today-${theme}`)
      await page.getByRole('button', { name: /ML-C-5561/ }).click()
      await page.getByText('ลูกค้าแจ้งซ้ำ').waitFor()
      await page.getByText('โทรคุยแล้ว').waitFor()
      await looksRight(`today-sheet-${theme}`)
      await open('/liff/book/?ref=a-ref', { theme })
      await heading('What would you like?')
      await looksRight(`book-1-${theme}`)
      await pick(/Luang Prabang/)
      await tap('Continue')
      await heading('When, and for how many?')
      await tap('Continue')
      await page.getByText('Please choose a date.').waitFor()
      await looksRight(`book-2-${theme}`)
      await pick(/9 seats left/)
      await tap('Continue')
      await heading('Is everything right?')
      await looksRight(`book-3-${theme}`)
      desk.on('POST /v1/me/bookings', () => ({ status: 201, body: booking }))
      await tap('Send request')
      await page.getByText('ATP-5101').waitFor()
      await looksRight(`book-done-${theme}`)
    })
  }
})

describe('track', () => {
  it('opens the case again when it is not solved', async () => {
    desk.on('GET /public/v1/track/a-token', () => ({ body: resolved }))
    desk.on('POST /public/v1/track/a-token/reopen', () => {
      desk.on('GET /public/v1/track/a-token', () => ({ body: track }))
      return { body: track }
    })
    await open('/t/a-token')
    await tap('ยังไม่เรียบร้อย')
    await page.getByText('ขอบคุณที่แจ้งนะคะ').waitFor()
    await heading('กำลังตรวจสอบให้ค่ะ')
    const sent = desk.heard.find(({ path }) => path.endsWith('/reopen'))
    expect(sent?.headers['idempotency-key']).toMatch(/^[\w-]{36}$/)
    expect(complaints).toEqual([])
  })

  it('is read in the language a person chooses, also after a reload', async () => {
    await open('/t/a-token')
    await heading('กำลังตรวจสอบให้ค่ะ')
    await tap('日本語')
    await heading('お調べしています')
    await page.reload()
    await heading('お調べしています')
    expect(await page.evaluate('document.documentElement.lang')).toBe('ja')
    desk.on('GET /public/v1/track/another-token', () => ({ body: track }))
    await page.goto(`${desk.url}/t/another-token`)
    await heading('お調べしています')
    expect(await page.evaluate('JSON.stringify({ ...localStorage })')).not.toContain('token')
  })

  it('shows what was sent also at an address that is not the public one', async () => {
    await open('/t/a-token')
    const picture = page.getByRole('img', { name: /รูป/ })
    await picture.scrollIntoViewIfNeeded()
    await vi.waitFor(async () =>
      expect(await picture.evaluate((it) => 'naturalWidth' in it && it.naturalWidth)).toBe(1),
    )
    expect(complaints).toEqual([])
  })

  it('promises nothing for a moment to whoever has waited too long', async () => {
    const waiting: TrackView = { ...track, status: 'new', owner: null, history: track.history.slice(0, 1) }
    desk.on('GET /public/v1/track/a-token', () => ({ body: waiting }))
    await open('/t/a-token')
    await page.getByText('อีกสักครู่จะมีทีมงานเข้ามาดูแล').waitFor()
    const late = new Date(Date.now() - 60_000).toISOString()
    desk.on('GET /public/v1/track/a-token', () => ({ body: { ...waiting, dueAt: late } }))
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await page.getByText('เรื่องนี้ใช้เวลานานกว่าที่แจ้งไว้').waitFor()
    await page.getByText('ยังรอทีมงานรับเรื่องอยู่ค่ะ').waitFor()
    expect(await page.getByText('อีกสักครู่จะมีทีมงานเข้ามาดูแล').count()).toBe(0)
  })

  it('keeps showing the last answer while the desk is away, and says so', async () => {
    await open('/t/a-token', { locale: 'th-TH' })
    await heading('กำลังตรวจสอบให้ค่ะ')
    desk.on('GET /public/v1/track/a-token', () => problem(500, 'bug', { traceId: 'a1b2' }))
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await page.getByText('ตอนนี้เชื่อมต่อไม่ได้ชั่วคราวค่ะ').waitFor()
    await heading('กำลังตรวจสอบให้ค่ะ')
  })
})

describe('book', () => {
  it('loses nothing when the seats go, the desk fails or the page is loaded again, and books once', async () => {
    const keys: unknown[] = []
    const full = {
      ...form,
      items: form.items.map((it) => ({
        ...it,
        slots: it.slots.map((slot, index) => (index === 1 ? { ...slot, seatsLeft: 0 } : slot)),
      })),
    }
    const sent = () => desk.heard.filter(({ method }) => method === 'POST')
    await open('/liff/book/?ref=a-ref&code=unused')
    await pick(/Luang Prabang/)
    await tap('Continue')
    await pick(/9 seats left/)
    await page.getByLabel('Phone').fill('081 234 5678')
    await page.goto('about:blank')
    const another = await page.context().newPage()
    await another.goto(`${desk.url}/liff/book/?ref=a-newer-ref`)
    await another.getByLabel('Phone').waitFor()
    expect(await another.getByLabel('Phone').inputValue()).toBe('081 234 5678')
    await another.close()
    await page.goto(`${desk.url}/liff/book/?ref=a-ref`)
    await page.getByLabel('Phone').waitFor()
    expect(await page.getByLabel('Phone').inputValue()).toBe('081 234 5678')
    expect(await page.getByRole('radio', { name: /9 seats left/ }).isChecked()).toBe(true)
    await tap('Continue')

    desk.on('GET /v1/me/booking-form', () => ({ body: full }))
    desk.on('POST /v1/me/bookings', () => problem(409, 'slot_full', { errors: [{ field: 'slotId', message: 'Full' }] }))
    await tap('Send request')
    await page.getByText('Those seats have just gone.').waitFor()
    await heading('When, and for how many?')
    expect(await page.getByLabel('Phone').inputValue()).toBe('081 234 5678')
    expect(await page.getByRole('radio', { name: /Full/ }).count()).toBe(2)
    await tap('Continue')
    await page.getByText('Please choose a date.').waitFor()
    await pick(/2 seats left/)
    await tap('Continue')
    await page.getByText('At most 2 here.').waitFor()
    await page.getByText('One thing needs another look.').waitFor()
    await page.getByLabel('How many people', { exact: true }).fill('2')
    await tap('Continue')

    desk.on('POST /v1/me/bookings', () => problem(500, 'bug', { traceId: 'a1b2' }))
    await tap('Send request')
    await page.getByText('Something went wrong on our side').waitFor()
    desk.on('POST /v1/me/bookings', () => ({ status: 201, body: booking }))
    await tap('Send request')
    await page.getByText('ATP-5101').waitFor()
    for (const { headers } of sent()) keys.push(headers['idempotency-key'])
    expect(keys[0]).not.toBe(keys[1])
    expect(keys[1]).toBe(keys[2])
    expect(sent().at(-1)?.body).toMatchObject({
      ref: 'a-ref',
      kind: 'catalog_tour',
      seats: 2,
      slots: { phone: '0812345678', party_size: 2 },
    })
    const left = await page.evaluate<string>('JSON.stringify({ ...localStorage })')
    expect(left).not.toContain('081')
    await page.getByText(/^We are holding 4 seats for you/).waitFor()
    desk.on(`GET /v1/me/bookings/${booking.id}`, () => ({ body: { ...booking, seatsState: 'released' } }))
    await page.reload()
    await page.getByText('ATP-5101').waitFor()
    await page.getByText('The seats are no longer held for you.').waitFor()
    expect(await page.getByText(/^We are holding/).count()).toBe(0)
    desk.on(`GET /v1/me/bookings/${booking.id}`, () => ({
      body: { ...booking, stage: 'confirmed', seatsState: 'booked' },
    }))
    await page.reload()
    await heading('It is confirmed')
    desk.on(`GET /v1/me/bookings/${booking.id}`, () => problem(500, 'bug'))
    await page.reload()
    await page.getByText('ATP-5101').waitFor()
    expect(await page.getByText(/^We are holding/).count()).toBe(0)
    expect(page.url()).toContain('ref=a-ref')
    expect(page.url()).not.toContain('code=')
  })

  it('asks for the day first and then for its time, also on a day it does not list', async () => {
    const at = (days: number, hour: number) => new Date((Math.floor(Date.now() / DAY) + days) * DAY + (hour - 7) * HOUR)
    const dateIn = (days: number) => at(days, 12).toISOString().slice(0, 10)
    const times = (days: number) =>
      [8, 9, 10].map((hour) => ({
        id: `slot-${days}-${hour}`,
        startsAt: at(days, hour).toISOString(),
        seatsLeft: hour - 4,
      }))
    const boat = { ...form.items[1], slots: [...times(3), ...times(4)] }
    const kinds = form.kinds.map((it) => ({ ...it, optionalSlots: [...it.optionalSlots, 'time'] }))
    desk.on('GET /v1/me/booking-form', () => ({ body: { ...form, kinds, items: [boat] } }))
    desk.on('GET /v1/me/times', ({ search }) => ({
      body: { slots: search.get('date') === dateIn(60) ? times(60) : [] },
    }))
    desk.on('POST /v1/me/bookings', () => ({ status: 201, body: booking }))
    await open('/liff/book/?ref=a-ref')
    await pick(/Luang Prabang/)
    await tap('Continue')
    expect(await page.getByRole('radio', { name: /3 times/ }).count()).toBe(2)
    await page
      .getByRole('radio', { name: /3 times/ })
      .first()
      .check()
    await tap('Continue')
    await page.getByText('Please choose a time.').waitFor()
    await looksRight('book-times')
    await pick(/09:00/)
    await pick(/^Another time/)
    await page.locator('input[type=time]').fill('11:30')
    await tap('Continue')
    await heading('Is everything right?')
    await tap('Back')
    await heading('When, and for how many?')
    expect(
      await page
        .getByRole('radio', { name: /3 times/ })
        .first()
        .isChecked(),
    ).toBe(true)
    expect(await page.locator('input[type=time]').inputValue()).toBe('11:30')
    await pick('Another date')
    await page.getByRole('textbox', { name: 'Date' }).fill(dateIn(61))
    await page.getByRole('textbox', { name: 'Date' }).fill(dateIn(60))
    await pick(/10:00.*6 seats left/)
    await page.reload()
    expect(await page.getByRole('radio', { name: /10:00/ }).isChecked()).toBe(true)
    expect(await page.getByRole('textbox', { name: 'Date' }).inputValue()).toBe(dateIn(60))
    await tap('Continue')
    await page.getByText(/· 10:00/).waitFor()
    await tap('Send request')
    await page.getByText('ATP-5101').waitFor()
    const asked = desk.heard.filter(({ path }) => path === '/v1/me/times')
    expect(Object.fromEntries(asked.at(-1)?.search ?? [])).toEqual({ itemId: boat.id, date: dateIn(60), ref: 'a-ref' })
    expect(desk.heard.find(({ method }) => method === 'POST')?.body).toMatchObject({
      slotId: 'slot-60-10',
      seats: 4,
      slots: { date: dateIn(60) },
    })
  })

  it('says in which money prices and a budget are, and what the chat was told', async () => {
    const draft = { kind: 'catalog_tour', slots: { ...form.draft.slots, budget: '2000 USD/person' } }
    desk.on('GET /v1/me/booking-form', () => ({ body: { ...form, draft } }))
    desk.on('GET /v1/me/price', () => ({ body: { total: { minor: 392_000, currency: 'USD' } } }))
    await open('/liff/book/?ref=a-ref')
    await page.getByText('US$980 per person').first().waitFor()
    await pick(/Luang Prabang/)
    await tap('Continue')
    await pick(/9 seats left/)
    await page.getByText('In the chat you said: US$2,000 per person').waitFor()
    await page.getByLabel('Budget (US$)').fill('7000')
    await tap('Continue')
    await page.getByText('US$7,000').waitFor()
    await page.getByText('US$3,920').waitFor()
    const asked = desk.heard.find(({ path }) => path === '/v1/me/price')
    expect(Object.fromEntries(asked?.search ?? [])).toEqual({
      ref: 'a-ref',
      itemId: form.items[1]?.id,
      slotId: form.items[1]?.slots[1]?.id,
      people: '4',
    })
    expect(complaints).toEqual([])
  })

  it('searches by name without going on', async () => {
    await open('/liff/book/?ref=a-ref')
    await pick(/Luang Prabang/)
    const search = page.getByRole('textbox', { name: 'Search by name' })
    await search.fill('angkor')
    await search.press('Enter')
    await pick(/Angkor/)
    await heading('What would you like?')
  })

  it('tells staff that it is for customers, and where their work is', async () => {
    desk.on('GET /v1/me/booking-form', () => problem(401, 'sign_in_needed'))
    await open('/liff/book/?channel=meelike-line')
    await heading('แบบฟอร์มนี้สำหรับลูกค้าค่ะ')
    await looksRight('book-staff')
    await page.getByRole('link', { name: 'ดูงานวันนี้' }).click()
    await heading('วันนี้')
    expect(new URL(page.url()).search).toBe('?channel=meelike-line')
  })

  it('says so when the link is too old', async () => {
    desk.on('GET /v1/me/booking-form', () => problem(404, 'not_found'))
    await open('/liff/book/?ref=old')
    await page.getByText('Open the page again from the chat.').waitFor()
  })
})

describe('today', () => {
  it('changes live, and says when it does not', async () => {
    await open('/liff/today/')
    await page.getByText('สด', { exact: true }).waitFor()
    desk.on('GET /v1/today', () => ({ body: { ...today, open: { ...today.open, critical: 7 } } }))
    desk.tell()
    await page.getByText('7', { exact: true }).waitFor()
    desk.cut()
    await page.getByText('ไม่ใช่ข้อมูลสด').waitFor()
  })

  it('does not call itself live without a network, and is again when that is back', async () => {
    await open('/liff/today/')
    await page.getByText('สด', { exact: true }).waitFor()
    await page.context().setOffline(true)
    await page.getByText('ไม่ใช่ข้อมูลสด').waitFor()
    desk.on('GET /v1/today', () => ({ body: { ...today, open: { ...today.open, critical: 7 } } }))
    await page.context().setOffline(false)
    await page.getByText('สด', { exact: true }).waitFor()
    // what changed meanwhile is there, though no line told of it
    await page.getByText('7', { exact: true }).waitFor()
  })

  it('reaches every open case, however many there are', async () => {
    const [sample] = cases
    if (!sample) throw new Error('The fixtures have a case')
    const many = Array.from({ length: 200 }, (_, n) => ({ ...sample, id: `case-${n}`, reference: `ML-C-${7000 + n}` }))
    desk.on('GET /v1/today', () => ({ body: { ...today, atRisk: many.slice(0, 20) } }))
    desk.on('GET /v1/cases', ({ search }) => {
      const size = Number(search.get('page_size'))
      const from = (Number(search.get('page') ?? 1) - 1) * size
      return { body: { items: many.slice(from, from + size), total: many.length } }
    })
    await open('/liff/today/')
    await tap('ดูอีก 150 เคส')
    await tap('ดูอีก 100 เคส')
    await tap('ดูอีก 50 เคส')
    await page.getByRole('button', { name: /ML-C-7199/ }).waitFor()
    expect(await page.getByRole('button', { name: /ML-C-7/ }).count()).toBe(200)
    expect(await page.getByRole('button', { name: /^ดูอีก/ }).count()).toBe(0)
    await looksRight('today-many')
  })

  it('calls late what is late, and at risk only what still has time', async () => {
    await open('/liff/today/')
    const past = page.getByRole('region', { name: 'เกิน SLA', exact: true })
    await past.getByRole('button', { name: /ML-C-5563/ }).waitFor()
    expect(await past.getByRole('button').count()).toBe(1)
    expect(await page.getByRole('region', { name: 'ใกล้เกิน SLA' }).getByRole('button').count()).toBe(2)
    desk.on('GET /v1/today', () => ({ body: { ...today, atRisk: [] } }))
    desk.tell()
    await page.getByText('ไม่มีเคสที่น่ากังวลค่ะ').waitFor()
    expect(await past.count()).toBe(0)
  })

  it('says that the other open cases did not come, and tries again', async () => {
    const [, mine] = cases
    const other = { ...mine, id: 'case-other', reference: 'ML-C-7001' }
    desk.on('GET /v1/cases', () => problem(500, 'bug'))
    await open('/liff/today/')
    await page.getByText('โหลดเคสอื่นที่เปิดอยู่ไม่สำเร็จค่ะ').waitFor()
    await looksRight('today-others-missing')
    desk.on('GET /v1/cases', () => ({ body: { items: [other], total: 1 } }))
    await tap('ลองอีกครั้ง')
    await page.getByRole('button', { name: /ML-C-7001/ }).waitFor()
    expect(await page.getByText('โหลดเคสอื่นที่เปิดอยู่ไม่สำเร็จค่ะ').count()).toBe(0)
  })

  it('opens a case over the board and takes it', async () => {
    const [, mine] = cases
    if (!mine) throw new Error('The fixtures have a second case')
    desk.on(`POST /v1/cases/${mine.id}/claim`, () => {
      const taken = { ...mine, owner: { id: mine.id, name: 'Manop' }, can: [] }
      desk.on(`GET /v1/cases/${mine.id}`, () => ({ body: taken }))
      return { body: taken }
    })
    await open('/liff/today/')
    const card = page.getByRole('button', { name: /ML-C-5561/ })
    await card.focus()
    await page.keyboard.press('Enter')
    await page.getByText('โอนไป 500 แต่เงินไม่เข้าค่ะ').waitFor()
    await tap('รับเคส')
    await page.getByText('เคสนี้เป็นของคุณแล้วค่ะ').waitFor()
    await page.getByText('จากการ์ดของเคสในกลุ่มทีมงาน').waitFor()
    // the button that was tapped is gone: what came of it has the focus
    await vi.waitFor(async () =>
      expect(await page.evaluate('document.activeElement.innerText')).toMatch(/^เคสนี้เป็นของคุณแล้วค่ะ/),
    )
    const link = await page.getByRole('link', { name: 'ML-C-5561' }).boundingBox()
    expect(link?.height).toBeGreaterThanOrEqual(44)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await card.evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true)
    expect(complaints).toEqual([])
  })

  it.each(['GET /v1/cases/:id', 'GET /v1/activities'])('signs in again when %s says so', async (route) => {
    const [, mine] = cases
    if (!mine) throw new Error('The fixtures have a second case')
    desk.on(route.replace(':id', mine.id), () => problem(401, 'sign_in_needed'))
    await open('/liff/today/')
    await tap(/ML-C-5561/)
    await page.getByRole('dialog', { name: 'ML-C-5561' }).waitFor()
    const before = desk.heard.filter(({ path }) => path === '/v1/session').length
    await tap('เข้าสู่ระบบอีกครั้ง')
    await vi.waitFor(() => expect(desk.heard.filter(({ path }) => path === '/v1/session')).toHaveLength(before + 1))
    await heading('วันนี้')
    expect(complaints).toEqual([])
  })

  it('keeps an open case as live as the board, and a solved one has no time left', async () => {
    const [, mine] = cases
    if (!mine) throw new Error('The fixtures have a second case')
    const causes = { th: 'สลิปไม่ชัด', en: 'Slip cannot be read', ja: '明細が読めない' }
    await open('/liff/today/')
    await page.getByText('สด', { exact: true }).waitFor()
    await tap(/ML-C-5561/)
    const sheet = page.getByRole('dialog')
    await sheet.getByText(/^เหลือ/).waitFor()
    const solved = { ...mine, status: 'resolved', rootCause: 'bad_slip', rootCauseNames: causes, can: [] }
    desk.on(`GET /v1/cases/${mine.id}`, () => ({ body: solved }))
    const [line] = activities
    desk.on('GET /v1/activities', () => ({
      body: { items: [...activities, { ...line, id: 'a-new-line', number: 9, type: 'case.resolved' }] },
    }))
    desk.tell()
    await sheet.getByText('แก้เสร็จ', { exact: true }).nth(1).waitFor()
    await sheet.getByText('สลิปไม่ชัด').waitFor()
    expect(await sheet.getByText(/^เหลือ/).count()).toBe(0)
    expect(await sheet.getByRole('button', { name: 'รับเคส' }).count()).toBe(0)
  })

  it('tells who was faster', async () => {
    const [, theirs] = cases
    if (!theirs) throw new Error('The fixtures have a second case')
    desk.on(`POST /v1/cases/${theirs.id}/claim`, () => {
      desk.on(`GET /v1/cases/${theirs.id}`, () => ({
        body: { ...theirs, owner: { id: theirs.id, name: 'พลอย' }, can: [] },
      }))
      return problem(409, 'case_already_claimed')
    })
    await open('/liff/today/')
    await tap(/ML-C-5561/)
    await tap('รับเคส')
    await page.getByText('พลอย รับเคสนี้ไปก่อนแล้วค่ะ').waitFor()
    await vi.waitFor(async () =>
      expect(await page.evaluate('document.activeElement.innerText')).toBe('พลอย รับเคสนี้ไปก่อนแล้วค่ะ'),
    )
  })

  it('calls what is known of a case as the business does, and a day is a day', async () => {
    const [, mine] = cases
    if (!mine) throw new Error('no case')
    const slots = { name: 'tukta_shop', date: '2026-12-05', amount: 1500 }
    desk.on(`GET /v1/cases/${mine.id}`, () => ({ body: { ...mine, slots } }))
    await open('/liff/today/')
    await tap(/ML-C-5561/)
    await page.getByText('ยูสเซอร์เนม').waitFor()
    const facts = await page.evaluate<string>("document.querySelector('dialog, [role=dialog]').innerText")
    expect(facts).toContain('5 ธ.ค.')
    expect(facts).not.toContain('2026-12-05')
  })

  it('signs in by a code from the chat, without the SDK of LINE', async () => {
    desk.on('POST /v1/sessions/demo', () => ({ status: 201, body: session }))
    await open('/liff/today/?channel=meelike-line&code=once')
    await heading('วันนี้')
    expect(new URL(page.url()).search).toBe('?channel=meelike-line&slot=today-meelike-line')
    const scripts = await page.evaluate<string[]>("performance.getEntriesByType('resource').map((it) => it.name)")
    expect(scripts.filter((name) => /line-login|line-scdn|line\.me/.test(name))).toEqual([])
  })

  it('explains to whoever may not look', async () => {
    desk.on('GET /v1/today', () => problem(403, 'not_allowed'))
    await open('/liff/today/')
    await heading('หน้านี้สำหรับทีมงานค่ะ')
    await vi.waitFor(() => expect(desk.watchers()).toBe(0), { timeout: 60_000 })
    desk.on('GET /v1/session', () => problem(401, 'sign_in_needed'))
    await open('/liff/today/')
    await heading('We could not tell who you are')
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
  })
})
