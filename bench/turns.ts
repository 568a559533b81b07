import { machine, median, mixedWords, openLab, type Run, rssMb, short, tell } from './lab.ts'

// npm run bench:turns [-- rounds] [profile folder] [messages]
// From a signed delivery to our reply arriving at (a stand-in for) LINE: verify, store, turn with local triage, answer. No quiet time.
const ROUNDS = Number(process.argv[2] ?? 3)
const profile = process.argv[3]
const MESSAGES = Number(process.argv[4] ?? 0)
const RATES = [20, 100, 200, 500]
const SECONDS = 10
const MOST = 2_000
const WARM_SECONDS = 20
const words = mixedWords()

const lab = await openLab()
try {
  const sample = await lab.sample(true)
  const desk = await lab.desk(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
  let series = 0
  // few messages from each person, far apart: nobody's bubbles are joined, and most meet the desk for the first time
  const at = (rate: number, seconds = Math.min(SECONDS, MOST / rate)) => ({
    name: `run ${series++}`,
    rate,
    seconds,
    users: 2_500,
    words,
    wait: true,
  })
  const ours = (rate: number) => lab.run(desk, { ...at(rate), oneChannel: false })
  const echo = (rate: number) => lab.run(sample, { ...at(rate), oneChannel: true })
  // a process is measured as it is on any day, not in the seconds after its start
  await lab.run(desk, { ...at(200, WARM_SECONDS), oneChannel: false })
  await lab.run(sample, { ...at(200, WARM_SECONDS), oneChannel: true })
  const runs = RATES.map((rate) => ({ rate, ours: [] as Run[], theirs: [] as Run[] }))
  for (let round = 0; round < ROUNDS; round++)
    for (const it of runs) {
      it.theirs.push(await echo(it.rate))
      it.ours.push(await ours(it.rate))
    }
  const count = async () =>
    (
      await lab.owner.query(
        `select count(*)::int as n, count(*) filter (where state = 'aside')::int as aside from inbox where event_id not like 'old%'`,
      )
    ).rows[0]
  while ((await count()).n < MESSAGES) await lab.run(desk, { ...at(200, 20), oneChannel: false })
  const { n, aside } = await count()

  const reads: ((it: Run) => number)[] = [
    (it) => it.repliesPerSecond,
    (it) => it.reply.p50,
    (it) => it.reply.p99,
    (it) => it.ack.p50,
    (it) => it.ack.p99,
    (it) => it.cpuUs,
    (it) => it.postgresUs,
  ]
  const row = (name: string, some: Run[]) =>
    `| ${[name, ...reads.map((read) => short(median(some.map(read)))), ...[(it: Run) => it.replies / it.acked].map((read) => `${Math.round(median(some.map(read)) * 100)} %`)].join(' | ')} |`
  const ratio = (it: { ours: Run[]; theirs: Run[] }) =>
    short(median(it.ours.map((one) => one.cpuUs)) / median(it.theirs.map((one) => one.cpuUs)))
  tell('turns', [
    '# Turns: from a signed delivery to our reply at LINE',
    '',
    'Messages of five businesses (25 % small talk, 30 % questions, 20 % status, 15 % troubles, 10 % bookings) from people most of whom write for the',
    'first time (their name is asked of LINE); each trouble is told to its staff group as well. One process does everything.',
    `${WARM_SECONDS} s of warming at 200/s, then ${ROUNDS} interleaved rounds of at most ${SECONDS} s and ${MOST} messages, medians. Replies/s count until the last reply: where it is below what was offered, turns fell behind and were caught up.`,
    '',
    '| offered | replies/s | reply p50 ms | reply p99 ms | ack p50 ms | ack p99 ms | CPU µs/msg | Postgres µs/msg | replied |',
    '|---|---|---|---|---|---|---|---|---|',
    ...runs.flatMap((it) => [
      row(`${it.rate}/s, LINE’s echo sample`, it.theirs),
      row(`${it.rate}/s, **Bellhop**`, it.ours),
    ]),
    '',
    `CPU of a message against the sample: ${runs.map((it) => `${ratio(it)} x at ${it.rate}/s`).join(', ')}.`,
    `RSS after ${n.toLocaleString('en')} messages: ${short(rssMb(desk.pid))} MB. Set aside: ${aside}.`,
    '',
    machine(),
  ])
} finally {
  await lab.close()
}
