import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import { copyIn } from '../copy/copy.ts'
import type { Reader } from './cards.ts'

const MOST = 140

/** Where to begin, the moment the case opens. */
export function firstStepFact({ sop }: CaseInFull, reader: Reader): { label: string; value: string }[] {
  const text = sop && (sop[reader.language] ?? sop.en ?? Object.values(sop).find(Boolean))
  const first = text?.answer.split('\n').find((line) => line.trim())
  if (!first) return []
  const step = first.replace(/^\s*\d+[.)]\s*/, '')
  const value = step.length > MOST ? `${step.slice(0, MOST).toWellFormed()}…` : step
  return [{ label: copyIn(reader.language).knowledge.firstStep, value }]
}
