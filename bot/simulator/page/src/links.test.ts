import { describe, expect, it } from 'vitest'
import { openingOf, piecesOf, withCode } from './links.ts'

const onDesk = {
  deskUrl: 'http://127.0.0.1:3000',
  liffId: '2000-abc',
  page: new URL('http://localhost:3000/simulator'),
}
const onSimulator = { ...onDesk, page: new URL('http://127.0.0.1:3001/simulator') }

describe('where a link leads', () => {
  it.each([
    ['http://127.0.0.1:3000/liff/book?x=1', 'http://localhost:3000/liff/book?x=1', true],
    ['http://localhost:3000/t/abc', 'http://localhost:3000/t/abc', false],
    ['https://liff.line.me/2000-abc/book?x=1', 'http://localhost:3000/liff/book?x=1', true],
    ['http://localhost:3000/liffey', 'http://localhost:3000/liffey', false],
  ])('%s stays on the phone', (uri, url, needsCode) => {
    expect(openingOf(uri, onDesk)).toEqual({ isInside: true, url, needsCode })
  })

  it('keeps the address of the desk when the page is on the port of the simulator', () => {
    expect(openingOf('http://localhost:3000/liff/today', onSimulator).url).toBe('http://localhost:3000/liff/today')
  })

  it.each([
    'https://meelike.example/help',
    'https://liff.line.me/other/book',
    'tel:+6621234567',
    'http://localhost:9/x',
  ])('%s leads away', (uri) => expect(openingOf(uri, onDesk)).toMatchObject({ isInside: false, needsCode: false }))
})

it('adds the code beside what is there', () => {
  expect(withCode('http://localhost:3000/liff/book?x=1#top', 'abc', 'Uab12')).toBe(
    'http://localhost:3000/liff/book?x=1&slot=ab12&code=abc#top',
  )
})

it('finds links in words of any script', () => {
  expect(piecesOf('ดูที่ http://localhost:3000/t/abc ค่ะ').filter((piece) => piece.isLink)).toEqual([
    { text: 'http://localhost:3000/t/abc', isLink: true },
  ])
})
