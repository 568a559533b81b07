import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../api/db/lock-file.mjs'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bellhop-start-'))
})

afterEach(() => rmSync(dataDir, { recursive: true }))

const start = (env: Record<string, string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/start.mjs'], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env['PATH'], DEMO: '1', DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
  })
  return { status, said: (stdout + stderr).trim() }
}

test('a second start says where the first one runs', () => {
  takeLock(join(dataDir, 'start.lock'), 'http://localhost:3000')
  const { status, said } = start({})
  expect(status).toBe(1)
  expect(said).toContain(`process ${process.pid}, http://localhost:3000`)
  expect(said).not.toContain('\n')
})

test('a port that somebody else has is named with its setting', async () => {
  const stranger = createServer()
  const port = await new Promise<number>((done) => {
    stranger.listen(0, '127.0.0.1', () => {
      const address = stranger.address()
      done(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const answer = start({ PORT: String(port) })
  await new Promise((done) => stranger.close(done))
  expect(answer).toEqual({ status: 1, said: `Port ${port} is taken by another program: set PORT to a free one.` })
})

test('a DATA_DIR that is no folder is named, in one line', () => {
  const file = join(dataDir, 'a file')
  writeFileSync(file, '')
  for (const folder of [file, join(file, 'below')]) {
    const { status, said } = start({ DATA_DIR: folder })
    expect(status).toBe(1)
    expect(said).toMatch(/^DATA_DIR \(.*a file.*\) is no folder that can be written \(E[A-Z]+\): name another one\.$/)
  }
})

test.each(['abc', '70000', '0'])('PORT=%s is refused in one line', (PORT) => {
  expect(start({ PORT })).toEqual({ status: 1, said: 'PORT is a port number from 1 to 65535.' })
})
