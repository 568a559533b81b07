import { machine, median, mixedWords, openLab, type Run, rssMb, short, tell } from './lab.ts'

// npm run bench:turns [-- rounds] [profile folder]
// From a signed delivery to our reply arriving at (a stand-in for) LINE: verify, store, turn with local triage, answer. No quiet time.
const ROUNDS = Number(process.argv[2] ?? 3)
const profile = process.argv[3]
const words = mixedWords()
const RATES = [200, 300, 400, 500, 600, 800]
const MANY = 50_000

const lab = await openLab(0)
try {
  const sample = await lab.sample(true)
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const desk = await lab.desk(flags)
  let series = 0
  // few messages from each person, far apart: nobody's bubbles are joined, and most meet the desk for the first time
  const at = (rate: number, seconds: number) => ({
    name: `${series++}`,
    rate,
    seconds,
    users: 2_500,
    words,
    oneChannel: false,
    wait: true,
  })
  const echo = (rate: number, seconds: number) => lab.run(sample, { ...at(rate, seconds), oneChannel: true })
  await lab.run(desk, at(200, 5))
  await echo(200, 3)
  const ours: Run[] = []
  const theirs: Run[] = []
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await echo(200, 5))
    ours.push(await lab.run(desk, at(200, 10)))
  }
  const steps: [number, Run, number][] = []
  if (!profile)
    for (const rate of RATES) {
      const run = await lab.run(desk, at(rate, 8))
      const { rows } = await lab.owner.query(`select count(*)::int as n from inbox where state = 'waiting'`)
      steps.push([rate, run, rows[0].n])
      if (run.repliesPerSecond < rate * 0.7) break
    }
  else steps.push([500, await lab.run(desk, at(500, 8)), 0])
  const echoFull = await echo(0, 5)
  let answered = [...ours, ...steps.map(([, run]) => run)].reduce((sum, run) => sum + run.acked, 0)
  while (!profile && answered < MANY) answered += (await lab.run(desk, at(400, 20))).acked
  const { rows } = await lab.owner.query(
    `select count(*)::int as n, count(*) filter (where state = 'aside')::int as aside from inbox`,
  )
  const row = (name: string, runs: Run[]) =>
    `| ${[name, ...[(it: Run) => it.acksPerSecond, (it: Run) => it.repliesPerSecond, (it: Run) => it.reply.p50, (it: Run) => it.reply.p99, (it: Run) => it.ack.p50, (it: Run) => it.ack.p99, (it: Run) => it.cpuUs].map((read) => short(median(runs.map(read)))), String(median(runs.map((it) => it.pushes)))].join(' | ')} |`
  tell('turns', [
    '# Turns: from a signed delivery to our reply at LINE',
    '',
    `Messages of five businesses (25 % small talk, 30 % questions, 20 % status, 15 % troubles, 10 % bookings) from people who mostly write for the`,
    `first time (their name is asked of LINE), each trouble told to its staff group as well. One process does everything. ${ROUNDS} interleaved rounds at 200/s, medians.`,
    'Some turns are silent by design (a second greeting within ten minutes), so replies/s is below acks/s.',
    '',
    '| | acks/s | replies/s | reply p50 ms | reply p99 ms | ack p50 ms | ack p99 ms | CPU µs/msg | pushes |',
    '|---|---|---|---|---|---|---|---|---|',
    row('LINE’s echo sample, 200/s', theirs),
    row('Bellhop, 200/s', ours),
    ...steps.map(([rate, run, left]) =>
      row(`Bellhop, ${rate}/s offered${left ? ` (${left} left waiting)` : ''}`, [run]),
    ),
    row('LINE’s echo sample, saturated', [echoFull]),
    '',
    `CPU against the sample at 200/s: ${short(median(ours.map((it) => it.cpuUs)) / median(theirs.map((it) => it.cpuUs)))} x. RSS after ${rows[0].n.toLocaleString('en')} messages: ${short(rssMb(desk.pid))} MB; set aside: ${rows[0].aside}.`,
    '',
    machine(),
  ])
} finally {
  await lab.close()
}
