import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it.each(['track', 'book', 'today'])('%s says in three languages what to do where scripts are off', (page) => {
  const html = readFileSync(new URL(`./${page}/index.html`, import.meta.url), 'utf8')
  const said = /<noscript>([\s\S]*)<\/noscript>/.exec(html)?.[1] ?? ''
  expect(said).toMatch(/แชต|กลุ่ม/)
  expect(said).toMatch(/lang="en">This page needs JavaScript\. You can also/)
  expect(said).toMatch(/lang="ja">.*(チャット|グループ)/)
})

it('the simulator says so too', () => {
  const html = readFileSync(new URL('../bot/simulator/page/index.html', import.meta.url), 'utf8')
  for (const language of ['th', 'en', 'ja']) expect(html).toMatch(new RegExp(`<p lang="${language}">[^<]*JavaScript`))
  // the place of the phones is as high as the screen
  expect(html.indexOf('<noscript>')).toBeLessThan(html.indexOf('id="app"'))
})
