import { expect, it } from 'vitest'
import type { CaseStatus } from '../../api/cases/schema.ts'
import { linesOf, stepReached, tokenOf } from './progress.ts'

const history = (...statuses: CaseStatus[]) =>
  statuses.map((status, minute) => ({ status, at: `2026-11-20T03:0${minute}:00Z` }))

it.each<[CaseStatus, CaseStatus[], number]>([
  ['new', ['new'], 0],
  ['investigating', ['new', 'investigating'], 1],
  ['waiting_customer', ['new', 'investigating', 'waiting_customer'], 1],
  ['waiting_provider', ['new', 'investigating', 'fixing', 'waiting_provider'], 2],
  ['resolved', ['new', 'investigating', 'resolved'], 3],
  ['closed', ['new', 'investigating', 'resolved', 'closed'], 3],
  // Opened again: what was fixed before does not count.
  ['waiting_provider', ['new', 'fixing', 'resolved', 'investigating', 'waiting_provider'], 1],
])('%s after %j stands at step %i', (status, statuses, step) => {
  expect(stepReached(status, history(...statuses))).toBe(step)
})

it('tells a reopening from the first look, newest first', () => {
  const lines = linesOf(history('new', 'investigating', 'resolved', 'investigating'))
  expect(lines.map(({ status, reopened }) => [status, reopened])).toEqual([
    ['investigating', true],
    ['resolved', false],
    ['investigating', false],
    ['new', false],
  ])
})

it.each([
  ['https://desk.example/t/abc-123', 'abc-123'],
  ['https://desk.example/t/abc-123/?theme=dark', 'abc-123'],
  ['https://desk.example/liff/track/?token=xyz', 'xyz'],
  ['https://desk.example/liff/track/', undefined],
])('%s carries %s', (url, token) => {
  expect(tokenOf(new URL(url))).toBe(token)
})
