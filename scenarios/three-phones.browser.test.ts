import { execFileSync } from 'node:child_process'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stalePages } from '../bin/pages.mjs'
import { launchChromium } from '../test/chromium.ts'
import { aDesk, type Desk } from '../test/desk.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

describe('the desk in a browser, on three phones', () => {
  let desk: Desk
  let browser: Browser
  let complaints: string[]

  beforeAll(async () => {
    // In a process of its own: vitest's NODE_ENV would leave a build for development behind.
    const env = { ...process.env, NODE_ENV: 'production' }
    if (stalePages().length > 0) execFileSync(process.execPath, ['bin/build.mjs'], { env })
    desk = await aDesk({ withPages: true })
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })
  beforeEach(() => {
    complaints = []
  })

  async function open(path: string, look: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1360, height: 860 },
      locale: 'th',
      reducedMotion: 'reduce',
      ...look,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
    })
    page.on('pageerror', (trouble) => complaints.push(trouble.message))
    page.on('requestfailed', (request) => {
      // what is under way when a page is left was given up by the browser, not refused
      const why = request.failure()?.errorText ?? ''
      if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${why}`)
    })
    page.on('response', (answer) => {
      if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`)
    })
    await page.goto(desk.url + path)
    return page
  }

  async function simulator(channelKey: string, look?: BrowserContextOptions): Promise<Page> {
    const page = await open(`/simulator#${channelKey}`, look)
    await page.locator('.phone:visible').first().waitFor()
    return page
  }

  async function ends(page: Page) {
    await page.context().close()
    expect(complaints).toEqual([])
    expect(desk.troubles).toEqual([])
  }

  it('plays a top-up that did not arrive: opened, claimed, resolved, opened again, tracked', async () => {
    const page = await simulator('meelike-line')
    const tukta = phoneOf(page, 'first')
    const group = phoneOf(page, 'group')

    await tukta.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว ยูส tukta_shop')
    const reference = /ML-C-\d+/.exec(await tukta.hears(/ML-C-\d+/))?.[0] ?? ''
    await group.hears(reference)
    await group.actsAs(/^แนน/)
    await group.taps('รับเคส')
    await tukta.hears(/แนน.*กำลังดูแล/)
    await group.taps('แก้ไขแล้ว')
    await group.hears(/เกิดจากอะไร/)
    await group.taps('ระบบรับชำระเงิน')
    await tukta.hears(/แก้ไขเรียบร้อยแล้ว/)
    await isReadable(page)
    await tukta.taps('ยังไม่หาย')
    await group.hears(/ยังไม่หาย/)

    await tukta.taps('ติดตามเคสนี้')
    const status = tukta.page()
    await status.getByText(reference).first().waitFor()
    await status.getByRole('heading', { level: 1 }).waitFor()
    await isReadable(page)
    await ends(page)
  })

  it('opens the booking form from the chat, filled with what was said', async () => {
    const page = await simulator('asiatravelplan-line', { locale: 'en' })
    const imogen = phoneOf(page, 'first')
    await imogen.says("Hi, we're 4 people, thinking of Chiang Mai second week of December, 3 nights")
    await imogen.hears('None of them is 3 nights')
    await imogen.taps('Choose this')
    await imogen.taps(/form/i)
    const form = imogen.page()
    await form.getByRole('heading', { name: 'What would you like?' }).waitFor()
    expect(await form.getByRole('radio', { name: 'Join a published tour' }).isChecked()).toBe(true)
    await isReadable(page)
    await form.getByRole('radio', { name: /Bangkok to Chiang Mai/ }).check()
    await form.getByRole('button', { name: 'Continue' }).click()
    expect(await form.getByLabel('How many people', { exact: true }).inputValue()).toBe('4')
    await form.getByLabel('Date').fill('2026-12-12')
    await form.getByRole('button', { name: 'Continue' }).click()
    await form.getByRole('heading', { name: 'Is everything right?' }).waitFor()
    await form.getByRole('button', { name: 'Send request' }).click()
    const reference =
      /ATP-\d+/.exec(
        await form
          .getByText(/ATP-\d+/)
          .first()
          .innerText(),
      )?.[0] ?? ''
    await isReadable(page)
    await imogen.hears(reference)
    await phoneOf(page, 'group').hears(reference)
    await ends(page)
  })

  it('answers the second customer on WhatsApp: a button, a reference, and the group hears of it', async () => {
    const page = await simulator('asiatravelplan-line', { locale: 'en' })
    const bart = phoneOf(page, 'second')
    await bart.says("Hi, we're 4 people, thinking of Chiang Mai second week of December, 3 nights")
    await bart.hears('Northern Hill Trails')
    await bart.says('Plan one just for us')
    await bart.hears('Shall I send it?')
    await isReadable(page)
    await bart.taps('Send it')
    const reference = /ATP-\d+/.exec(await bart.hears(/ATP-\d+/))?.[0] ?? ''
    await phoneOf(page, 'group').hears(reference)
    await ends(page)
  })

  it('keeps two people of one browser apart', async () => {
    const page = await simulator('asiatravelplan-line', { locale: 'en' })
    const phones = [phoneOf(page, 'first'), phoneOf(page, 'second')]
    for (const phone of phones) {
      await phone.presses('LINE')
      await phone.presses('Booking form')
      await phone.page().getByRole('heading', { name: 'What would you like?' }).waitFor()
      expect(await phone.page().getByRole('radio', { name: 'Hotel only' }).isChecked()).toBe(false)
      await phone.page().getByRole('radio', { name: 'Hotel only' }).check()
    }
    const names = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((it) => it.evaluate(whoAmI)),
    )
    expect(new Set(names).size).toBe(2)
    await ends(page)
  })

  it.each([
    ['light', 1360],
    ['dark', 1360],
    ['light', 390],
    ['dark', 390],
  ] as const)('shows staff the day: %s, %i wide', async (colorScheme, width) => {
    const page = await simulator('meelike-line', { colorScheme, viewport: { width, height: 844 } })
    const group = phoneOf(page, 'group')
    if (width < 1000) await page.getByRole('button', { name: 'Meelike Critical Alerts' }).click()
    await group.actsAs(/^แนน/)
    await group.presses('งานวันนี้')
    const today = group.page()
    await today.getByRole('heading', { name: 'วันนี้', level: 1 }).waitFor()
    await today.getByText('สด', { exact: true }).waitFor()
    await isReadable(page)
    await today
      .getByRole('button', { name: /ML-C-\d+/ })
      .first()
      .click()
    await today.getByRole('dialog').waitFor()
    await isReadable(page)
    await ends(page)
  })

  it('shows the API to read', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      // a link to one operation among more than the reader draws at once
      const page = await open('/docs#/cases/postV1Cases', { colorScheme })
      const operation = page.locator('#operations-cases-postV1Cases')
      await operation.getByText('Request body').waitFor()
      await operation.locator('.opblock-summary-control').click()
      await operation.getByText('Request body').waitFor({ state: 'detached' })
      await operation.locator('.opblock-summary-control').click()
      await operation.getByText('Request body').waitFor()
      expect(page.url()).toMatch(/#\/cases\/postV1Cases$/)
      await isReadable(page, ['.information-container', '.scheme-container', '#operations-cases-postV1Cases'])
      await ends(page)
    }
  })
})

const whoAmI = `fetch('/v1/session', { headers: { 'x-session-slot': new URL(location.href).searchParams.get('slot') } })
  .then((answer) => answer.json()).then((it) => JSON.stringify(it))`

function phoneOf(page: Page, place: 'first' | 'group' | 'second') {
  const phone: Locator = page.locator(`[data-phone=${place}]`)
  return {
    async says(words: string) {
      await phone.locator('.composer input').fill(words)
      await phone.locator('.composer input').press('Enter')
    },
    /** The newest thing said that reads so. */
    async hears(words: string | RegExp): Promise<string> {
      const line = phone.locator('.line:not(.mine)').filter({ hasText: words }).last()
      await line.waitFor()
      return line.innerText()
    },
    /** A button of the chat; the newest of that name. */
    taps: (name: string | RegExp) =>
      phone.locator('.chat-log, .quick-replies').getByRole('button', { name }).last().click(),
    presses: (name: string | RegExp) => phone.getByRole('button', { name }).click(),
    async actsAs(name: RegExp) {
      const names = await phone.getByRole('combobox').locator('option').allInnerTexts()
      await phone.getByRole('combobox').selectOption({ label: names.find((it) => name.test(it)) ?? '' })
    },
    /** What this phone has opened over its chat. */
    page: (): FrameLocator => phone.frameLocator('iframe'),
  }
}

/** For everybody: the whole page, or these parts of a long one. */
async function isReadable(page: Page, parts: string[] = []) {
  const axe = new AxeBuilder({ page }).withTags(WCAG)
  for (const part of parts) axe.include(part)
  const { violations } = await axe.analyze()
  expect(
    violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]),
  ).toEqual([])
}
