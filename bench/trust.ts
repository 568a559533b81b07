import { lessonFiles } from '../api/triage/base/lesson-files.ts'
import { sharedLessons } from '../api/triage/base/shared-lessons.ts'
import { labelledLines } from '../api/triage/eval/labelled.ts'
import { certaintyFrom, chanceOf } from '../api/triage/local/calibrate.ts'
import { signsOfUrgency, type Troubles, USUALLY } from '../api/triage/local/critical.ts'
import { ask } from '../api/triage/local/heads.ts'
import { judge, PLAINLY, signsOf } from '../api/triage/local/judge.ts'
import { train } from '../api/triage/local/train.ts'
import { concernsOf } from '../seeds/words/case-types.ts'
import { desks } from './desks.ts'

/**
 * How far the local engine is to be believed: the weights of the signs of a right answer and of a trouble that cannot wait, for api/triage/local/trust.ts,
 * from what five engines say of the fifth of the lessons that they had not met. No database: `node --import tsx bench/trust.ts`.
 */
const PARTS = 5
/**
 * Most lessons are of the hard kind, since easy ones teach little. Those of these files are as hard as what fresh hands write, and count as often as
 * it takes for both to be heard.
 */
const AS_PEOPLE_WRITE = new Set(['messages.jsonl', 'extra.jsonl'])
const TIMES = 20

const rows = lessonFiles().flatMap(({ name, text }) => labelledLines(text, name).map((row) => ({ row, name })))
const said = Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
  const kept = rows.filter((_, index) => index % PARTS === part)
  const known = new Set(kept.map(({ row }) => row.text))
  const shared = sharedLessons().filter((it) => !known.has(it.text))
  return desks.flatMap(({ tenant, labels }) => {
    const model = train([], labels, shared)
    const troubles: Troubles = {
      pressing: model.pressing,
      concerns: (caseType) => concernsOf[caseType] ?? [],
    }
    return kept
      .filter(({ row }) => row.tenant === tenant)
      .map(({ row, name }) => ({
        row,
        troubles,
        said: ask(model, row.text),
        weight: AS_PEOPLE_WRITE.has(name) ? TIMES : 1,
      }))
  })
})

const judged = said
  .filter(({ row }) => row.intent !== 'case_report' || row.severity !== undefined)
  .map((it) => ({
    signs: signsOfUrgency(it.said, it.troubles),
    right: it.row.severity === 'critical',
    weight: it.weight,
  }))
const weights = certaintyFrom(judged, USUALLY.weights)

/** The bar is the highest chance that still finds so many of them all, hard as they are: to miss one costs more than to come running for nothing. */
const FOUND = 0.955
const chances = judged
  .filter((it) => it.right)
  .map(({ signs }) => chanceOf(weights, signs))
  .sort((a, b) => b - a)
const bar = chances[Math.ceil(FOUND * chances.length) - 1]
const urgency = { weights, bar: bar ?? USUALLY.bar }
const certainty = certaintyFrom(
  said.map(({ row, troubles, said, weight }) => {
    const answer = judge(said, troubles, { certainty: PLAINLY, urgency })
    const label = row.caseType ?? row.bookingKind
    const right = answer.intent === row.intent && (label === undefined || answer.label?.key === label)
    return { signs: signsOf(said, answer), right, weight }
  }),
  PLAINLY,
)
const rounded = (all: readonly number[]) => all.map((it) => Number(it.toFixed(2))).join(', ')
console.log(`${said.length} messages`)
console.log(`CERTAINTY = [${rounded(certainty)}]`)
console.log(`URGENCY = { weights: [${rounded(urgency.weights)}], bar: ${urgency.bar.toFixed(2)} }`)
