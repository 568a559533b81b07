import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../api/ids.ts'
import { readLink } from '../../api/links.ts'
import { useMasterKey } from '../../api/secrets.ts'
import { TenantSettings } from '../../api/tenants/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { renderForLine } from '../line/render.ts'
import { card } from '../messages.ts'
import { refusalOf } from '../simulator/line/limits.ts'
import { cardFiles } from './card-files.ts'
import type { Reader } from './cards.ts'

beforeAll(() => useMasterKey(Buffer.alloc(32, 5)))

const reader = (publicUrl: string): Reader => ({
  tenant: {
    id: newId(),
    key: 'meelike',
    name: 'Meelike',
    zone: 'Asia/Bangkok',
    currency: 'THB',
    language: 'th',
    settings: TenantSettings.parse({}),
  },
  language: 'en',
  now: new Date('2026-11-20T03:00:00Z'),
  publicUrl,
})
const id = newId()
const shownTo = (publicUrl: string, files = { images: 2, others: 1, picture: newId() as string | null }) =>
  cardFiles({ kind: 'case_files', id }, files, reader(publicUrl), copyIn('en'))

test('a card says what was sent and opens it for a week', () => {
  const { facts, acts } = shownTo('http://desk.test')
  expect(facts).toEqual([{ label: 'Sent', value: '2 pictures, 1 file' }])
  const [act] = acts
  const token = act?.do === 'open' ? (act.url.split('/').at(-1) ?? '') : ''
  expect(readLink(token)).toMatchObject({
    kind: 'case_files',
    subjectId: id,
    expiresAt: new Date('2026-11-27T03:00:00Z'),
  })
  expect(shownTo('http://desk.test', { images: 0, others: 0, picture: null })).toEqual({
    facts: [],
    acts: [],
    shown: {},
  })
})

test('a card has a picture only where LINE may fetch it', () => {
  expect(shownTo('http://desk.test').shown).toEqual({})
  const { shown, acts } = shownTo('https://desk.example')
  expect(shown.picture).toMatch(/^https:\/\/desk\.example\/files\/[\w-]{71}$/)
  const messages = renderForLine([card({ title: 'ML-C-1', acts, ...shown })], 'group')
  expect(messages[0]).toMatchObject({ contents: { hero: { type: 'image', url: shown.picture } } })
  expect(refusalOf(messages)).toBeUndefined()
})
