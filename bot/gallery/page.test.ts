import { expect, test } from 'vitest'
import type { FileView } from '../../api/files/schema.ts'
import { galleryPage, STYLE } from './page.ts'

const file: FileView = {
  id: '01930000-0000-7000-8000-000000000800',
  kind: 'image',
  name: null,
  contentType: 'image/png',
  size: 68,
  state: 'stored',
  why: null,
  heard: null,
  sentAt: '2026-11-25T14:10:00Z',
  url: 'https://desk.example/files/a-slip',
}
const shown = (language: 'th' | 'en' | 'ja') =>
  galleryPage({ language, title: 'ML-C-5561', files: [file], zone: 'Asia/Bangkok' })

test.each([
  ['th', 'พุธ 25 พ.ย. 21:10 น.'],
  ['en', 'Wed 25 Nov 21:10'],
  ['ja', '11月25日(水) 21:10'],
] as const)('tells when it was sent by the clock of the business, as people read it: %s', (language, words) => {
  expect(shown(language)).toContain(`· ${words}</span>`)
})

test('loads what it shows from where it was opened', () => {
  expect(shown('en')).toContain('<img src="/files/a-slip"')
})

// reference/meelike.md, 6.1
const palette = ['#ffffff', '#fffaf6', '#fde8bd', '#937058', '#fcd77f', '#473b30', '#000000']

test('has the colours of the palette, and no other', () => {
  expect(STYLE.match(/#[\da-f]+/g)?.filter((it) => !palette.includes(it))).toEqual([])
})
