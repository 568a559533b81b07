import { createRedisBackend } from 'bullmq'
import { Redis } from 'ioredis'
import { ConfigError } from '../config.ts'
import type { Backend } from './backend.ts'

export async function openRedis(url: string): Promise<Backend> {
  // Adding a job must not wait for a Redis that is away: the sweepers do without.
  const adding = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  const running = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null })
  for (const connection of [adding, running])
    connection.on('error', () => {
      // ioredis connects again by itself; without a listener it would write to the console
    })
  try {
    await Promise.all([adding.connect(), running.connect()])
  } catch (trouble) {
    adding.disconnect()
    running.disconnect()
    throw new ConfigError(`The Redis of REDIS_URL does not answer: ${(trouble as Error).message}`)
  }
  const over =
    (connection: Redis): Backend['adding'] =>
    (name, options, more) =>
      createRedisBackend(name, { ...options, connection }, more)
  return {
    adding: over(adding),
    running: over(running),
    isUp: () =>
      adding.ping().then(
        () => true,
        () => false,
      ),
    async close() {
      adding.disconnect()
      running.disconnect()
    },
  }
}
