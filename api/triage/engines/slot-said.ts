import type { At } from '../slots/at.ts'
import { readEmailAnswer, readPhoneAnswer } from '../slots/contacts.ts'
import { dateValue, readDateAnswer } from '../slots/dates.ts'
import { readNamed } from '../slots/gazetteer.ts'
import { readAmountAnswer } from '../slots/money.ts'
import { readNameAnswer } from '../slots/names.ts'
import { readNightsAnswer } from '../slots/nights.ts'
import { readCountAnswer } from '../slots/people.ts'
import { readOrderIds, readReferences } from '../slots/references.ts'
import { readTimeAnswer } from '../slots/times.ts'
import type { Gazetteer, SlotName, SlotValue } from '../understanding.ts'

const MOST_WORDS = 80
const MOST_NIGHTS = 90
const MOST_PEOPLE = 2_000

/**
 * What stands in a slot that a model found. `words` are the customer's own, `value` is the model's reading of them in a format of ours, or
 * ''. Our grammars are asked first; numbers of things and names of things come from the words alone.
 */
export function slotSaid(
  slot: SlotName,
  words: string,
  value: string,
  it: At & { gazetteer: Gazetteer },
): SlotValue | undefined {
  const text = words.trim()
  const as = (read: string | number | undefined): SlotValue | undefined =>
    read === undefined || read === '' ? undefined : { text, value: read }
  if (text === '' || text.length > MOST_WORDS) return undefined
  switch (slot) {
    case 'date': {
      const read = readDateAnswer(text, it)
      if (read?.impossible) return undefined
      return as((read && dateValue(read)) ?? datesIn(value))
    }
    case 'time':
      return as(readTimeAnswer(text, it)?.value ?? (A_TIME.test(value) ? value : undefined))
    case 'party_size':
      return as(readCountAnswer(text)?.value ?? wholeNumber(value, MOST_PEOPLE))
    case 'duration_nights':
      return as(readNightsAnswer(text)?.value ?? wholeNumber(value, MOST_NIGHTS))
    case 'amount':
    case 'budget': {
      const read = readAmountAnswer(text)
      if (!read) return as(numberIn(value))
      return { text, value: read.value, ...(read.currency && { currency: read.currency }) }
    }
    case 'phone':
      return as(readPhoneAnswer(text)?.value)
    case 'email':
      return as(readEmailAnswer(text)?.value)
    case 'reference':
    case 'order_id':
      return as(readReferences(text)[0]?.value ?? readOrderIds(text)[0]?.value ?? numberOf(text))
    case 'item':
    case 'venue':
    case 'destination':
      return as(readNamed(text, it.gazetteer).find((one) => one.value.slot === slot)?.value.value ?? text)
    case 'name':
      return as(readNameAnswer(text)?.value)
  }
}

const A_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?:\/(?:[01]\d|2[0-3]):[0-5]\d)?$|^(?:morning|noon|afternoon|evening|night)$/

const isDay = (it: string): boolean => {
  const at = Date.parse(`${it}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(it)
}

/** A day, two days in order, or a month: of a real calendar. */
function datesIn(value: string): string | undefined {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)) return value
  const days = value.split('/')
  const real = days.length <= 2 && days.every((it) => /^\d{4}-\d{2}-\d{2}$/.test(it) && isDay(it))
  return real && (days[1] ?? '9') >= (days[0] ?? '') ? value : undefined
}

function wholeNumber(value: string, most: number): number | undefined {
  const it = /^\d{1,5}$/.test(value) ? Number(value) : 0
  return it >= 1 && it <= most ? it : undefined
}

const numberIn = (value: string): number | undefined =>
  /^\d{1,12}(?:\.\d{1,2})?$/.test(value) && Number(value) > 0 ? Number(value) : undefined

/** `#88-2210`: a number that no grammar of ours knows, as it was written. */
const numberOf = (text: string): string | undefined => {
  const bare = text.replace(/^#|\s/g, '')
  return /^(?=.*\d)[A-Za-z0-9-]{3,30}$/.test(bare) ? bare.toUpperCase() : undefined
}
