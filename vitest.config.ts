import './test/node20.ts'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/dist/**', '.data/**']
// Files of one fork share the modules they load, and with them what the engine has learnt: a desk forgets its business when it ends.
const needPostgres = { globalSetup: ['test/postgres.global.ts'], pool: 'forks' as const, isolate: false }
// Vitest runs file after file only what is isolated, or stands in a group of its own.
const oneByOne = { ...needPostgres, isolate: true, fileParallelism: false }

// What a test needs stands in its name: nothing (x.test.ts), Postgres (x.db.test.ts), Redis too, or a browser.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    passWithNoTests: true,
    // One more than there are cores: a file waits for Postgres, the queue and quiet times for an eighth of its time. Eight desks are what one Postgres has connections for.
    maxWorkers: Math.min(availableParallelism() + 1, 8),
    // What is waited for comes, on a busy machine later: only what never comes should end here.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // They hold no state, so they may share the modules they load.
          isolate: false,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.{db,browser,redis}.test.{ts,tsx}', 'scenarios/**'],
        },
      },
      { extends: true, test: { ...needPostgres, name: 'db', include: ['**/*.db.test.ts'], exclude: outside } },
      {
        extends: true,
        test: {
          ...needPostgres,
          name: 'scenario',
          include: ['scenarios/**/*.test.ts'],
          exclude: [...outside, '**/*.{browser,redis}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...needPostgres,
          name: 'browser',
          isolate: true,
          include: ['**/*.browser.test.{ts,tsx}'],
          exclude: outside,
        },
      },
      {
        extends: true,
        test: {
          ...oneByOne,
          name: 'redis',
          // Without a Redis to speak to there is nothing to run; npm test says so.
          include: process.env['REDIS_URL'] ? ['**/*.redis.test.ts'] : [],
          exclude: outside,
        },
      },
    ],
  },
})
