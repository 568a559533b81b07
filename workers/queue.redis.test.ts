import { queueSuite } from './queue.suite.ts'

// this project runs only where there is a Redis
queueSuite(async () => ({ redisUrl: process.env['REDIS_URL'], machineryUrl: '' }))
