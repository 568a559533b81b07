import { sharedLessons } from '../api/triage/base/shared-lessons.ts'
import { labelledLines } from '../api/triage/eval/labelled.ts'
import { heard, judged } from '../api/triage/local/heads.ts'
import type { Judgement } from '../api/triage/local/judge.ts'
import { keyOf } from '../api/triage/local/linear.ts'
import { train } from '../api/triage/local/train.ts'
import { heldBack } from '../seeds/catalogue.ts'
import { desks } from './desks.ts'

/**
 * What a few lessons more or less tip: three engines, each without another five hundredth of the lessons, are asked about every message that none of them
 * learnt from. No database: `node --import tsx bench/steady.ts`.
 */
const ENGINES = 3
const LEFT_OUT = 1 / 500

const asked = heldBack()
  .flatMap(({ name, text }) => labelledLines(text, name))
  .filter((row) => desks.some((it) => it.tenant === row.tenant))

/** What the desk would do: whether it asks, what it opens, and how fast. */
const deedOf = ({ intent, intentConfidence, label, urgent }: Judgement): string =>
  [
    intent,
    intentConfidence < 0.5,
    label?.key,
    (label?.confidence ?? 1) < 0.5,
    intent === 'case_report' && urgent,
  ].join()

const lessons = sharedLessons()
const engines = Array.from({ length: ENGINES }, (_, n) => {
  const kept = lessons.filter(({ text }) => keyOf(`${n} ${text}`) >= LEFT_OUT * 2 ** 32)
  const models = new Map(desks.map(({ tenant, labels }) => [tenant, { labels, model: train([], labels, kept) }]))
  const deeds = asked.map(({ tenant, text }) => {
    const desk = models.get(tenant)
    return desk && deedOf(judged(desk.model, heard(desk.model, text, desk.labels), desk.labels))
  })
  return { without: lessons.length - kept.length, deeds }
})

const pairs = engines.flatMap((one, i) => engines.slice(i + 1).map((other) => ({ one, other })))
const tipped = pairs.map(({ one, other }) => one.deeds.filter((deed, i) => deed !== other.deeds[i]).length)
const mean = tipped.reduce((sum, it) => sum + it, 0) / pairs.length
console.log(
  `${lessons.length} lessons, of which ${engines.map((it) => it.without).join(', ')} were left out; ${asked.length} messages asked`,
)
console.log(`tipped between two engines: ${tipped.join(', ')} (${((mean / asked.length) * 100).toFixed(2)} %)`)
