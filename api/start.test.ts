import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConfigError } from './config.ts'
import { openDesk } from './start.ts'

describe('a desk that cannot start', () => {
  afterEach(() => vi.unstubAllEnvs())

  it.each(['postgres://nobody:wrong@127.0.0.1:1/none', 'postgres://nobody:wrong@localhost:1/none'])(
    'says that %s is not there in one line that names the setting',
    async (databaseUrl) => {
      vi.stubEnv('DATABASE_URL', databaseUrl)
      vi.stubEnv('PUBLIC_URL', 'https://desk.example')
      vi.stubEnv('ENCRYPTION_KEY', Buffer.alloc(32, 1).toString('base64'))
      vi.stubEnv('LOG_LEVEL', 'silent')
      const trouble = await openDesk().catch((no: unknown) => no)
      expect(trouble).toBeInstanceOf(ConfigError)
      expect((trouble as Error).message).toMatch(/^The database of DATABASE_URL cannot be used: .*ECONNREFUSED/)
      expect((trouble as Error).message).not.toMatch(/wrong|\n/)
    },
  )
})
