import { checkOneOf, checkText, type Complain, type Fields, isFields } from './shape.ts'

type Place = { labelMax: number; labelRequired: boolean; inQuickReply?: boolean }

export const inTemplate: Place = { labelMax: 20, labelRequired: true }
export const inImageCarousel: Place = { labelMax: 12, labelRequired: true }
export const inQuickReply: Place = { labelMax: 20, labelRequired: true, inQuickReply: true }
export const onFlexButton: Place = { labelMax: 40, labelRequired: true }
export const onFlexPart: Place = { labelMax: 40, labelRequired: false }
export const inRichMenu: Place = { labelMax: 20, labelRequired: false }

const EVERYWHERE = ['postback', 'message', 'uri', 'datetimepicker', 'clipboard'] as const
const QUICK_REPLY_ONLY = ['camera', 'cameraRoll', 'location'] as const
const INPUT_OPTIONS = ['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']

export function checkAction(action: unknown, at: string, place: Place, complain: Complain) {
  if (!isFields(action)) return complain(at, 'must be specified')
  if (place.labelRequired || action.label !== undefined) {
    checkText(action.label, `${at}/label`, complain, { max: place.labelMax, count: 'graphemes' })
  }
  const isKnown = [...EVERYWHERE, ...(place.inQuickReply ? QUICK_REPLY_ONLY : [])].some((type) => type === action.type)
  if (!isKnown) return complain(`${at}/type`, 'invalid action type')
  if (action.type === 'postback') checkPostback(action, at, complain)
  if (action.type === 'message') checkText(action.text, `${at}/text`, complain, { max: 300, count: 'graphemes' })
  if (action.type === 'uri') checkUri(action.uri, `${at}/uri`, complain)
  if (action.type === 'clipboard') checkText(action.clipboardText, `${at}/clipboardText`, complain, { max: 1000 })
  if (action.type === 'datetimepicker') checkDatePicker(action, at, complain)
}

function checkPostback(action: Fields, at: string, complain: Complain) {
  checkText(action.data, `${at}/data`, complain, { max: 300 })
  for (const field of ['displayText', 'fillInText', 'text']) {
    if (action[field] !== undefined) {
      checkText(action[field], `${at}/${field}`, complain, { max: 300, count: 'graphemes' })
    }
  }
  if (action.text !== undefined && action.displayText !== undefined) {
    complain(`${at}/displayText`, 'The displayText and text fields cannot both be used')
  }
  if (action.inputOption !== undefined) checkOneOf(action.inputOption, INPUT_OPTIONS, `${at}/inputOption`, complain)
  if (action.fillInText !== undefined && action.inputOption !== 'openKeyboard') {
    complain(`${at}/fillInText`, "Can be specified only when inputOption is 'openKeyboard'")
  }
}

function checkUri(uri: unknown, at: string, complain: Complain) {
  if (typeof uri !== 'string' || uri.length === 0) return complain(at, 'must be specified')
  if (uri.length > 1000) return complain(at, 'Length must be between 1 and 1000')
  if (!/^(https?|line|tel):/.test(uri)) return complain(at, 'invalid uri scheme')
  if (!/^[\x21-\x7e]+$/.test(uri) || !URL.canParse(uri)) complain(at, 'invalid uri')
}

const FORMATS: Record<string, { shape: RegExp; first: string; last: string }> = {
  date: { shape: /^\d{4}-\d{2}-\d{2}$/, first: '1900-01-01', last: '2100-12-31' },
  time: { shape: /^([01]\d|2[0-3]):[0-5]\d$/, first: '00:00', last: '23:59' },
  datetime: {
    shape: /^\d{4}-\d{2}-\d{2}[tT]([01]\d|2[0-3]):[0-5]\d$/,
    first: '1900-01-01T00:00',
    last: '2100-12-31T23:59',
  },
}

/** Is this a value that a date picker of this mode, with these bounds, lets a person choose? */
export function isPickable(value: string, picker: { mode?: string; min?: string; max?: string }): boolean {
  const format = FORMATS[picker.mode ?? '']
  if (!format?.shape.test(value) || !isRealDay(value, picker.mode)) return false
  const chosen = value.toUpperCase()
  return chosen >= (picker.min ?? format.first).toUpperCase() && chosen <= (picker.max ?? format.last).toUpperCase()
}

function isRealDay(value: string, mode: string | undefined): boolean {
  if (mode === 'time') return true
  const day = value.slice(0, 10)
  const parsed = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}

function checkDatePicker(action: Fields, at: string, complain: Complain) {
  checkText(action.data, `${at}/data`, complain, { max: 300 })
  const mode = typeof action.mode === 'string' ? action.mode : ''
  if (!FORMATS[mode]) return checkOneOf(action.mode, Object.keys(FORMATS), `${at}/mode`, complain)
  const bounds: { [field: string]: string } = {}
  for (const field of ['initial', 'min', 'max']) {
    const value = action[field]
    if (value === undefined) continue
    if (typeof value !== 'string' || !isPickable(value, { mode })) complain(`${at}/${field}`, 'invalid date format')
    else bounds[field] = value
  }
  const { initial, min, max } = bounds
  if (min && max && min.toUpperCase() >= max.toUpperCase()) complain(`${at}/max`, 'must be greater than min')
  else if (initial && !isPickable(initial, { mode, min, max })) complain(`${at}/initial`, 'must be between min and max')
}
