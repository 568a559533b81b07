import { readFileSync, writeFileSync } from 'node:fs'
import type { TriageEngine } from '../api/config.ts'
import { inTenant, system } from '../api/context.ts'
import { allTenants } from '../api/tenants/queries.ts'
import type { Tenant } from '../api/tenants/schema.ts'
import { answerOf, crossValidated } from '../api/triage/eval/answers.ts'
import { anyLabelledLines, learntAndRead } from '../api/triage/eval/any-labels.ts'
import { type Labelled, labelledLines, predictionOf } from '../api/triage/eval/labelled.ts'
import { report } from '../api/triage/eval/report.ts'
import { isRight, type Pair } from '../api/triage/eval/score.ts'
import { languageModels, useLanguageModels } from '../api/llm/models.ts'
import { useTriageEngine } from '../api/triage/engines/wish.ts'
import { gazetteerOf, labelsOf } from '../api/triage/labels.ts'
import { triageOf } from '../api/triage/queries.ts'
import { lessonFiles } from '../api/triage/base/lesson-files.ts'
import { heldBack, WRITTEN_ON } from '../seeds/catalogue.ts'
import { seedDemo } from '../seeds/demo-tenants.ts'
import { commandLine, needed, textOf } from './command-line.ts'
import { main, withDesk } from './open-desk.ts'

const FOLDS = 5
const EVERYDAY = 'messages.jsonl'
const engines = ['auto', 'local', 'openai', 'gemini'] as const

const USAGE = `How good triage is, on labelled messages that it never learnt from.
npm run eval                                        what the project keeps back, and cross-validation of what it learns from
npm run eval -- --file F [--predictions OUT]        a report on F; one JSON line a message in OUT
npm run eval -- --train F --test G [--predictions OUT]   the engine without its rules on any labels: lines {id, text, label}
npm run eval -- … --engine auto|openai|gemini       the same with language models; what they cost is taken from the businesses’ budgets`

await main(USAGE, async () => {
  const { flags } = commandLine({ texts: ['file', 'predictions', 'engine', 'train', 'test'], switches: [] })
  if (flags['train'] ?? flags['test'])
    return onAnyLabels(needed(flags, 'train'), needed(flags, 'test'), textOf(flags, 'predictions'))
  const engine = engineNamed(textOf(flags, 'engine') ?? 'local')
  const [file, out] = [textOf(flags, 'file'), textOf(flags, 'predictions')]
  if (out && !file) throw new Error('--predictions needs --file: the messages that are to be understood.')
  const given = file ? labelledLines(readFileSync(file, 'utf8'), file) : undefined
  await withDesk(async (ownerUrl, _, config) => {
    if (config.demo) await seedDemo(ownerUrl)
    await useLanguageModels(config)
    useTriageEngine(engine)
    if (engine !== 'local' && languageModels(engine === 'auto' ? undefined : [engine]).length === 0)
      throw new Error(`There is no key for ${engine}: set OPENAI_API_KEY or GEMINI_API_KEY.`)
    const tenants = await allTenants()
    if (given) {
      const pairs = await understood(given, tenants)
      if (out)
        writeFileSync(out, pairs.map(({ row, got }) => `${JSON.stringify(predictionOf(row.id, got))}\n`).join(''))
      console.log(report(`${named(engine)}, on ${file}`, pairs, seeded()))
      if (out) console.log(`\n${pairs.length} predictions are in ${out}.`)
      return
    }
    for (const { name, text } of heldBack()) {
      const rows = labelledLines(text, name)
      console.log(`${report(`${named(engine)}, on ${name}`, await understood(rows, tenants), seeded())}\n`)
    }
    if (engine === 'local')
      for (const { name, pairs } of await outOfFold(tenants))
        console.log(`${report(`Local, cross-validated in ${FOLDS} parts, ${name}`, pairs, seeded())}\n`)
  })
})

function onAnyLabels(train: string, test: string, out: string | undefined): void {
  const [lessons, asked] = [train, test].map((path) => anyLabelledLines(readFileSync(path, 'utf8'), path))
  const { predictions, report } = learntAndRead(lessons ?? [], asked ?? [], () => performance.now())
  if (out) writeFileSync(out, predictions.map((it) => `${JSON.stringify(it)}\n`).join(''))
  console.log(report)
  if (out) console.log(`${predictions.length} predictions are in ${out}.`)
}

function engineNamed(name: string): TriageEngine {
  const engine = engines.find((it) => it === name)
  if (!engine) throw new Error(`--engine is one of ${engines.join(', ')}.`)
  return engine
}

function named(engine: TriageEngine): string {
  return engine.slice(0, 1).toUpperCase() + engine.slice(1)
}

async function understood(rows: readonly Labelled[], tenants: readonly Tenant[]): Promise<Pair[]> {
  const pairs: Pair[] = []
  const tally = { asked: new Set<string>(), inVain: 0 }
  for (const row of rows) {
    const tenant = tenants.find((it) => it.key === row.tenant)
    const keys = tenants.map((it) => it.key).join(', ')
    if (!tenant) throw new Error(`Message ${row.id}: there is no tenant ${row.tenant}; there are: ${keys}.`)
    const triage = await triageOf(tenant.id)
    const got = await triage.decide({ text: row.text, at: row.now ?? WRITTEN_ON })
    if (got.asked) tally.asked.add(row.id)
    if (got.asked?.trouble) tally.inVain += 1
    pairs.push({ row, got: answerOf(row.text, got) })
  }
  if (tally.asked.size > 0) console.log(askedOf(pairs, tally))
  return pairs
}

/** How many reached a model, and how often each way was right. */
function askedOf(pairs: readonly Pair[], { asked, inVain }: { asked: ReadonlySet<string>; inVain: number }): string {
  const percent = (of: number, all: number) => (all === 0 ? '–' : `${((100 * of) / all).toFixed(1)} %`)
  const right = (some: readonly Pair[]) => {
    const labelled = some.filter(({ row }) => row.intent !== undefined)
    return percent(labelled.filter(isRight).length, labelled.length)
  }
  const [reached, alone] = [true, false].map((is) => pairs.filter(({ row }) => asked.has(row.id) === is))
  return [
    `A model was asked about ${asked.size} of ${pairs.length} messages (${percent(asked.size, pairs.length)}), ${inVain} times in vain.`,
    `Right: ${right(reached ?? [])} of those, ${right(alone ?? [])} of what the local engine decided alone, ${right(pairs)} of all.`,
  ].join('\n')
}

/** All lessons; and by themselves those that came with the businesses, which are customers' everyday messages: most others were written to be hard. */
async function outOfFold(tenants: readonly Tenant[]): Promise<{ name: string; pairs: Pair[] }[]> {
  const files = lessonFiles().map(({ name, text }) => ({ name, rows: labelledLines(text, name) }))
  const rows = files.flatMap((it) => it.rows)
  const desks = []
  for (const { id, key, zone } of tenants)
    desks.push(
      await inTenant(id, system, async (ctx) => ({
        tenant: key,
        zone,
        labels: await labelsOf(ctx),
        gazetteer: await gazetteerOf(ctx),
      })),
    )
  const pairs = crossValidated(rows, desks, { now: WRITTEN_ON, folds: FOLDS })
  const everyday = new Set(files.find((it) => it.name === EVERYDAY)?.rows)
  return [
    { name: 'on all lessons', pairs },
    { name: `those of ${EVERYDAY}`, pairs: pairs.filter(({ row }) => everyday.has(row)) },
  ]
}

/** Samples are the same on every run. */
function seeded(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}
