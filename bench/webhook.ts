import { machine, median, openLab, type Peer, type Run, short, tell } from './lab.ts'

// npm run bench:webhook [-- rounds] [profile folder]
// Signed LINE deliveries of about 700 bytes over 64 connections, until the answer 200. Nothing stored starts a turn: this is the door alone.
const ROUNDS = Number(process.argv[2] ?? 3)
const profile = process.argv[3]
const words = [{ tenant: 0, text: 'สวัสดีค่ะ อยากสอบถามสถานะออเดอร์หน่อยค่ะ สั่งไปเมื่อวานยังไม่ขึ้นเลย' }]

const lab = await openLab()
try {
  const peers: [string, Peer][] = [
    ['bare Koa + verify', await lab.koa()],
    ['LINE’s sample, stores nothing, no reply', await lab.sample(false)],
    ['Bellhop, durable insert', await lab.door(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
  ]
  const full = new Map<string, Run[]>()
  const calm = new Map<string, Run[]>()
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, peer] of peers)
      for (const [runs, rate, seconds] of [
        [full, 0, 5],
        [calm, 1_000, 5],
      ] as const) {
        const run = await lab.run(peer, {
          name,
          rate,
          seconds: round ? seconds : 2,
          users: 500,
          words,
          oneChannel: true,
          wait: false,
        })
        // the first round warms up
        if (round) runs.set(name, [...(runs.get(name) ?? []), run])
      }
  const stored = await lab.owner.query(`select count(*)::int as n from inbox where state = 'waiting'`)
  const bare = peers[0]?.[0] ?? ''
  const of = (runs: Map<string, Run[]>, name: string, read: (run: Run) => number) =>
    median((runs.get(name) ?? []).map(read))
  tell('webhook', [
    '# Webhook: from a signed delivery to its 200',
    '',
    `64 connections, ${ROUNDS} interleaved rounds after a warm-up, medians. Left: saturated; right: 1,000 deliveries a second.`,
    'The sample is LINE’s echo bot as published: express and the SDK’s own middleware.',
    '',
    '| | req/s | x bare Koa | x sample | p50 ms | p99 ms | CPU µs/req | p50 @1k/s | p99 @1k/s | RSS MB |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...peers.map(([name]) => {
      const rate = of(full, name, (it) => it.acksPerSecond)
      const against = (other: string) => short(rate / of(full, other, (it) => it.acksPerSecond))
      return `| ${[name, short(rate), against(bare), against(peers[1]?.[0] ?? ''), short(of(full, name, (it) => it.ack.p50)), short(of(full, name, (it) => it.ack.p99)), short(of(full, name, (it) => it.cpuUs)), short(of(calm, name, (it) => it.ack.p50)), short(of(calm, name, (it) => it.ack.p99)), short(of(full, name, (it) => it.rssMb))].join(' | ')} |`
    }),
    '',
    `${stored.rows[0].n.toLocaleString('en')} deliveries were in the inbox at the end. ${machine()}`,
  ])
} finally {
  await lab.close()
}
