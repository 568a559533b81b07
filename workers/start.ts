// npm run workers
import { openDesk } from '../api/start.ts'
import { trainer } from '../api/triage/training/trainer.ts'
import { startBot } from '../bot/desk.ts'
import { workUntilTold } from './main.ts'

/** The half of the desk that nobody asks: timers, retries, and what a vanished process left. Any number of them may run. */
async function open() {
  const desk = await openDesk()
  const { config, report, log } = desk
  const bot = startBot({ ...config, report })
  log.info('The workers run')
  return {
    deps: { ...bot.chores, report },
    async close() {
      await bot.stop()
      await trainer.stop()
      await desk.close()
    },
  }
}

workUntilTold(open).catch((trouble: unknown) => {
  process.stderr.write(`${trouble instanceof Error ? trouble.message : String(trouble)}\n`)
  process.exit(1)
})
