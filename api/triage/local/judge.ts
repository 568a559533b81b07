import { chanceOf } from './calibrate.ts'
import { type Troubles, type Urgency, urgencyOf } from './critical.ts'
import type { Intent } from '../understanding.ts'
import type { Features } from './features.ts'
import { isFragment } from './fragments.ts'
import { languageOf } from './language.ts'

export type Ranked = { key: string; confidence: number }[]
export type RankedIntents = { key: Intent; confidence: number }[]

/** What the heads say of a message, likeliest first. */
export type Said = {
  text: string
  features: Features
  familiar: number
  intents: Ranked
  /** the chance that it is critical, whatever it is about */
  alarm: number
  cases: Ranked
  bookings: Ranked
}

export type Judgement = {
  intent: Intent
  intentConfidence: number
  label: { key: string; confidence: number } | undefined
  labels: Ranked
  intents: RankedIntents
  confidence: number
  /** whether somebody cannot wait, if it is a trouble */
  urgent: boolean
}

/** From here on words that may well be something else are taken for a trouble that cannot wait: out of fold, of 69 such messages 21 were. A question costs less. */
const PERHAPS_URGENT = 0.08
/**
 * Words that may well be idle are no booking: an order that nobody placed costs more than a question. Out of fold, of 1,671 wishes 42 are asked about
 * for it (35 with 0.18); of 100 idle messages less than one is still taken for one.
 */
const IDLE = 0.08
/** The same where the words of a wish are there: 'I would like to book'. */
const IDLE_BUT_ASKED = 0.18
const STRANGE = 0.45
const HAN_OR_KANA = /[\u3040-\u30ff\u3400-\u9fff]/

/**
 * Chooses among what the heads say, by a few rules that no example teaches, and says how sure it is that all of it is right.
 * @param troubles what the tenant's case types are like
 */
export function judge(
  said: Said,
  troubles: Troubles,
  { certainty, urgency }: { certainty: readonly number[]; urgency: Urgency },
): Judgement {
  const intents = intentsOf(said)
  const chance = urgencyOf(said, troubles, urgency)
  const intent = chooseIntent(intents, chance, said.features)
  const intentConfidence = intents.find((it) => it.key === intent)?.confidence ?? 0
  const labels = intent === 'case_report' ? said.cases : intent === 'booking_request' ? said.bookings : []
  const label = labels[0] && { key: labels[0].key, confidence: likelihoodOf(labels[0].confidence, labels) }
  const judged = { intent, intentConfidence, label, labels, intents, urgent: chance >= urgency.bar }
  return { ...judged, confidence: said.text.trim() === '' ? 0 : chanceOf(certainty, signsOf(said, judged)) }
}

/** Of two labels half is no more than chance: what barely beats the others is worth less than it looks. */
const likelihoodOf = (confidence: number, among: Ranked): number =>
  among.length === 1 || confidence >= BEATS_CHANCE / among.length ? confidence : confidence * 0.6
const BEATS_CHANCE = 1.3

const logit = (p: number): number => Math.log(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4))

/** What tells a right answer from a wrong one. */
export function signsOf(said: Said, it: Omit<Judgement, 'confidence'>): number[] {
  const labelled = it.label ? 1 : 0
  const whole = it.intentConfidence * (it.label?.confidence ?? 1)
  const rival = it.intents.find((one) => one.key !== it.intent)?.confidence ?? 0
  return [
    1,
    logit(whole),
    logit(it.intentConfidence),
    labelled,
    labelled * logit(it.label?.confidence ?? 0.5),
    logit(rival),
    (Math.min(6, said.features.concepts.length) - 3) / 3,
    (Math.min(120, said.features.normalised.length) - 50) / 50,
  ]
}
/** The confidences as they are. */
export const PLAINLY: readonly number[] = [0, 1, 0, 0, 0, 0, 0, 0]

const isIntent = (key: string): key is Intent =>
  /^(?:booking_request|case_report|status_query|question|handoff|smalltalk|other)$/.test(key)

/** Writing never met before (another language, a cat on the keyboard) is worth little, whatever the weights say. */
function intentsOf({ text, features, familiar, intents: ranked }: Said): RankedIntents {
  if (text.trim() === '') return [{ key: 'other', confidence: 0 }]
  const intents = ranked.flatMap(({ key, confidence }) => (isIntent(key) ? [{ key, confidence }] : []))
  const foreign = languageOf(text) === 'other' && /\p{L}/u.test(text)
  // three Chinese letters are a phrase: that it was never met says nothing
  const strange = familiar < STRANGE && features.concepts.length < 2 && !HAN_OR_KANA.test(text)
  const doubt = foreign ? Math.max(0.5, 1 - familiar) : strange ? 1 - familiar / STRANGE : 0
  if (isAttack(features)) return leaning(intents, 0.8)
  if (isFragment(text)) return withoutAlarm(intents)
  if (doubt === 0) return intents
  return leaning(intents, doubt, 0.6)
}

/** A fragment may be a wish or an answer, but never an emergency or a call for a person. */
const withoutAlarm = (intents: RankedIntents): RankedIntents =>
  intents
    .map(({ key, confidence }) => ({
      key,
      confidence: confidence * (key === 'case_report' || key === 'handoff' ? ALARM_LEFT : 1),
    }))
    .sort((a, b) => b.confidence - a.confidence)

const ALARM_LEFT = 0.1

/** Takes `doubt` off every intent and gives `share` of it to "other"; the rest is plain uncertainty. */
const leaning = (intents: RankedIntents, doubt: number, share = 1): RankedIntents =>
  intents
    .map(({ key, confidence }) => ({
      key,
      confidence: confidence * (1 - doubt) + (key === 'other' ? doubt * share : 0),
    }))
    .sort((a, b) => b.confidence - a.confidence)

// A real request may hide in a hostile message; these are what it would be about
const REAL =
  /^(?:notarrived|noshow|hurt|crime|noname|late|book|wrongamount|dropped|notstarted|stuck|lost|login|dining|daytrip|spa)$/

/** Words of an attack on the bot with nothing of the desk's own business in them. */
const isAttack = ({ concepts }: Features): boolean =>
  concepts.includes('inject') && !concepts.some((it) => REAL.test(it))

function chooseIntent(intents: RankedIntents, urgent: number, { concepts }: Features): Intent {
  const first = intents[0]?.key ?? 'other'
  if (first === 'case_report' || urgent >= PERHAPS_URGENT) return 'case_report'
  if (first !== 'booking_request') return first
  const chanceOfIntent = (intent: Intent) => intents.find((it) => it.key === intent)?.confidence ?? 0
  const idle = chanceOfIntent('smalltalk') > chanceOfIntent('other') ? 'smalltalk' : 'other'
  const idleFrom = concepts.includes('book') && !concepts.includes('sell') ? IDLE_BUT_ASKED : IDLE
  return chanceOfIntent('smalltalk') + chanceOfIntent('other') > idleFrom * chanceOfIntent(first) ? idle : first
}
