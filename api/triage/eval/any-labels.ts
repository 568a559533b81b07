import { z } from 'zod'
import { predictPlain, trainPlain } from '../local/plain.ts'
import { calibrationError, decidedAt, macroF1, percentile } from './score.ts'

const line = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  label: z.union([z.string(), z.number()]).nullish(),
})

export type AnyLabelled = { id: string | number; text: string; label?: string }

/** Lines {id, text, label}; a label may be withheld. */
export function anyLabelledLines(text: string, named: string): AnyLabelled[] {
  return text.split('\n').flatMap((one, index) => {
    if (one.trim() === '') return []
    const where = `${named}:${index + 1}`
    const it = read(one, where)
    const label = it.label === null || it.label === undefined || it.label === '' ? undefined : String(it.label)
    return [{ id: it.id ?? index + 1, text: it.text, ...(label !== undefined && { label }) }]
  })
}

function read(one: string, where: string): z.infer<typeof line> {
  let json: unknown
  try {
    json = JSON.parse(one)
  } catch {
    throw new Error(`${where}: not JSON`)
  }
  const { data, error } = line.safeParse(json)
  if (data) return data
  throw new Error(`${where}: ${error.issues[0]?.path.join('.') || 'line'}: ${error.issues[0]?.message}`)
}

/** The engine without its rules and without what it knows of desks: learns the labels of one file and reads the other. */
export function learntAndRead(lessons: readonly AnyLabelled[], asked: readonly AnyLabelled[], clock: () => number) {
  const began = clock()
  const model = trainPlain(lessons)
  const learnt = clock()
  const latencies: number[] = []
  const predictions = asked.map(({ id, text }) => {
    const from = clock()
    const { label, confidence } = predictPlain(model, text)
    latencies.push(clock() - from)
    return { id, label, confidence: Math.round(confidence * 10_000) / 10_000 }
  })
  return { predictions, report: told(lessons, asked, predictions, { trainedMs: learnt - began, latencies }) }
}

function told(
  lessons: readonly AnyLabelled[],
  asked: readonly AnyLabelled[],
  predictions: readonly { label: string; confidence: number }[],
  { trainedMs, latencies }: { trainedMs: number; latencies: readonly number[] },
): string {
  const known = new Set(lessons.flatMap((it) => it.label ?? []))
  const judged = asked.flatMap(({ label }, index) => {
    const got = predictions[index]
    return label !== undefined && got ? [{ wanted: label, got: got.label, confidence: got.confidence }] : []
  })
  const said = judged.map((it) => ({ confidence: it.confidence, right: it.wanted === it.got }))
  const share = (part: number | undefined) => (part === undefined ? '–' : `${(part * 100).toFixed(1)} %`)
  const decided = decidedAt(said, 0.95)
  return [
    `Learnt ${known.size} labels from ${lessons.length} texts in ${(trainedMs / 1_000).toFixed(1)} s; read ${asked.length}, each in ${(percentile(latencies, 0.5) ?? 0).toFixed(2)} ms (half) to ${(percentile(latencies, 0.95) ?? 0).toFixed(2)} ms (95 of 100).`,
    ...(judged.length === 0
      ? []
      : [
          `Right: ${share(said.filter((it) => it.right).length / said.length)}. Macro-F1: ${share(macroF1(judged))}. Calibration error: ${share(calibrationError(said))}. Decided at 95 % accuracy: ${share(decided.share)}.`,
        ]),
  ].join('\n')
}
