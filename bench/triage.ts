import { cpus, loadavg } from 'node:os'
import { sharedLessons } from '../api/triage/base/shared-lessons.ts'
import { parse, serialise } from '../api/triage/local/model.ts'
import { read } from '../api/triage/local/read.ts'
import { train } from '../api/triage/local/train.ts'
import { heldBack } from '../seeds/catalogue.ts'
import { desks } from './desks.ts'

// npm run bench:triage
// What the local engine costs: to learn, to keep in memory, and for each message (the whole reading, slots too).
const lessons = sharedLessons()
const messages = heldBack()
  .flatMap(({ text }) => text.split('\n').map((line) => JSON.parse(line) as { tenant: string; text: string }))
  .map(({ tenant, text }) => ({ tenant, text }))
const cpuOf = <T>(work: () => T): [T, number] => {
  const before = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(before)
  return [done, (user + system) / 1_000]
}
const row = (name: string, ...values: (string | number)[]) => console.log(`| ${[name, ...values].join(' | ')} |`)
const clock = () => performance.now()

const [, shared] = cpuOf(() => train([], { caseTypes: [], bookingKinds: [] }, lessons))
console.log(
  `${lessons.length} shared lessons, ${messages.length} messages; ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
)
row('learnt once for all tenants, CPU', `${shared.toFixed(0)} ms`)
row('tenant', 'learning, CPU ms', 'own part, MB', 'shared part, MB', 'p50 ms', 'p95 ms', 'p99 ms')
for (const { tenant, labels } of desks) {
  const [trained, own] = cpuOf(() => train([], labels, lessons))
  const model = parse(serialise(trained))
  const { own: _, ...common } = model
  const whole = serialise(model).length
  const part = serialise(common).length
  const context = { labels, gazetteer: [], now: new Date(), zone: 'Asia/Bangkok', clock }
  const mine = messages.filter((it) => it.tenant === tenant)
  for (const { text } of mine) read(model, text, context)
  const times = mine
    .map(({ text }) => {
      const start = clock()
      read(model, text, context)
      return clock() - start
    })
    .sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
  row(tenant, own.toFixed(0), ((whole - part) / 1e6).toFixed(2), (part / 1e6).toFixed(2), at(0.5), at(0.95), at(0.99))
}
