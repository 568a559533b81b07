import { parentPort } from 'node:worker_threads'
import type { Lesson } from './lesson.ts'
import { learn } from './teach.ts'

// what all tenants learn together is learnt at the first lesson and stays as long as the thread lives
parentPort?.on('message', ({ id, lesson }: { id: number; lesson: Lesson }) => {
  try {
    parentPort?.postMessage({ id, learnt: learn(lesson) })
  } catch (trouble) {
    parentPort?.postMessage({ id, trouble: trouble instanceof Error ? trouble.message : String(trouble) })
  }
})
