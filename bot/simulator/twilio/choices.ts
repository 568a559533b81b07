import { type Fields, isFields } from '../line/shape.ts'
import type { Action, Button } from '../seen.ts'
import type { RawMessage } from '../world.ts'

const words = (it: unknown): string => (typeof it === 'string' ? it : '')
const fieldsIn = (it: unknown): Fields[] => (Array.isArray(it) ? it.filter(isFields) : [])

/** The buttons under a message, or the rows of its list: they stay on the screen for good. */
export function choicesOf(message: RawMessage): Button[] {
  const rows = fieldsIn(message.items).map((row): Button => {
    const action: Action = { type: 'row', label: words(row.item), data: words(row.id), text: words(row.description) }
    return { label: words(row.item), action }
  })
  const actions = [...fieldsIn(message.actions), ...fieldsIn(message.cards).flatMap((one) => fieldsIn(one.actions))]
  return [...rows, ...actions.map(buttonOf)]
}

function buttonOf(it: Fields): Button {
  const label = words(it.title)
  if (it.type === 'URL') return { label, action: { type: 'uri', label, uri: words(it.url) } }
  if (it.type === 'COPY_CODE') return { label, action: { type: 'clipboard', label, clipboardText: words(it.code) } }
  if (it.type === 'PHONE_NUMBER') return { label, action: { type: 'uri', label, uri: `tel:${words(it.phone)}` } }
  return { label, action: { type: 'button', label, data: words(it.id) } }
}

/** The button that opens a list. Whoever taps it by its own name takes the first row. */
export const openerOf = (message: RawMessage): Button[] =>
  message.type === 'twilio/list-picker'
    ? [{ label: words(message.button), action: { type: 'opener', label: words(message.button) } }]
    : []

const plain = (line: string): string => line.replace(/[*_~]/g, '').trim()

const NUMBERED = /^(\d{1,2})[.):]\s+(\S.*)$/
const LINK = /https?:\/\/[^\s<>"、。）)]+/

/** Choices that came as numbered lines: the person types the number. */
export function numberedIn(text: string): Button[] {
  return text.split('\n').flatMap((line) => {
    const [, number, label] = NUMBERED.exec(plain(line)) ?? []
    return number && label ? [{ label, action: { type: 'message', label, text: number } }] : []
  })
}

/** Links in the words, each called by what stands before it in its line or in the line above. */
export function linksIn(text: string): Button[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const [uri] = LINK.exec(line) ?? []
    if (!uri) return []
    const before =
      plain(line.slice(0, line.indexOf(uri))) || plain(lines.slice(0, at).findLast((it) => it.trim()) ?? '')
    const label = before
      .replace(/^\d{1,2}[.)]\s+/, '')
      .replace(/\s*[:：–—→-]+$/, '')
      .replace(/^👉\s*/u, '')
    return [{ label: label || uri, action: { type: 'uri', label: label || uri, uri } }]
  })
}
