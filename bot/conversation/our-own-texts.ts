import { today } from '../../api/triage/slots/at.ts'
import type { Kind } from '../dialogues/booking-script.ts'
import type { CustomerTurn } from './customer-turn.ts'

const MOST_TEXTS = 300

/**
 * What was read of texts of our own, taken for words about a kind of booking. An article is told again and again, and reading it takes longer than
 * reading most messages: once will do, for as long as what is sold keeps its names and the day is the same.
 */
export function readOfOurs<T>(): (turn: CustomerTurn, kind: Kind) => Map<string, T> {
  const kept = new WeakMap<object, WeakMap<Kind, { day: number; texts: Map<string, T> }>>()
  return ({ at, readBy, tenant }, kind) => {
    const day = today({ now: at, zone: tenant.zone })
    const ofKinds = (readBy && kept.get(readBy)) ?? new WeakMap<Kind, { day: number; texts: Map<string, T> }>()
    const known = ofKinds.get(kind)
    if (known?.day === day && known.texts.size < MOST_TEXTS) return known.texts
    const texts = new Map<string, T>()
    ofKinds.set(kind, { day, texts })
    if (readBy) kept.set(readBy, ofKinds)
    return texts
  }
}
