import { mixedWords, openLab } from '/work/main/bench/lab.ts'
import pg from 'pg'
const lab = await openLab(0)
try {
  const desk = await lab.desk()
  const words = mixedWords()
  const probe = setInterval(async () => {
    const { rows } = await lab.owner.query(`select usename, state, wait_event_type w, wait_event e, extract(epoch from now()-xact_start)::int as xs, extract(epoch from now()-state_change)::int s, pid, pg_blocking_pids(pid) as b, left(regexp_replace(query,'\\s+',' ','g'), 130) as q from pg_stat_activity where usename like 'bellhop%' and (state <> 'idle') and now()-xact_start > interval '1 second' order by 1`)
    if (rows.length) { console.log('---- waiting', (await lab.owner.query(`select count(*)::int n from inbox where state='waiting'`)).rows[0].n); for (const r of rows) console.log(r.usename, r.state, r.w, r.e, r.xs, r.s, r.pid, String(r.b), r.q) }
  }, 3000)
  for (let i = 0; i < 4; i++) {
    const r = await Promise.race([lab.run(desk, { name: `h${i}`, rate: 200, seconds: 5, users: 2500, words, oneChannel: false, wait: true }).catch((e) => String(e)), new Promise((d) => setTimeout(() => d('TIMEOUT'), 15000))])
    console.log(typeof r === 'string' ? r : JSON.stringify(r))
    if (typeof r === 'string') break
  }
  clearInterval(probe)
} finally { await Promise.race([lab.close(), new Promise((d) => setTimeout(d, 20000))]); process.exit() }
