import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../api/config.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const made = new Set(['node_modules', 'dist', '.git', '.data'])
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((it) => {
    const path = join(folder, it.name)
    if (!it.isDirectory()) return [path]
    return made.has(it.name) ? [] : filesBelow(path)
  })
const files = filesBelow('')
const names = new Set(files.map((path) => basename(path)))
// what businesses know is theirs, not a description of the desk
const docs = files.filter((path) => path.endsWith('.md') && !path.startsWith('seeds/data/'))

const found = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), (it) => it[1] ?? '')
const inCode = (text: string) => found(text, /`([^`\n]+)`/g).flatMap((it) => it.split(/[\s,]+/))

/** As GitHub makes the address of a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .trim()
    .replaceAll(' ', '-')

/** A path with a star for each part that differs from call to call. */
const shape = (path: string) => path.replace(/\?.*$/, '').replace(/\{[^}]*\}|<[^>]*>|:\w+/g, '*')
const routes = files
  .filter((path) => /^(api|bot)\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
  .flatMap((path) => found(read(path), /endpoint\(\s*['`][A-Z]+ (\/[^'`]+)['`]/g))
  .map(shape)

describe.each(docs)('%s', (doc) => {
  const text = read(doc)

  test('its links lead somewhere', () => {
    const lost = found(text, /\]\(([^)\s]+)\)/g).filter((link) => {
      if (/^https?:/.test(link)) return false
      const [path = '', heading] = link.split('#')
      const to = path ? normalize(join(dirname(doc), path)) : doc
      if (!existsSync(join(root, to))) return true
      return heading !== undefined && !found(read(to), /^#+ (.*)$/gm).some((it) => anchor(it) === heading)
    })
    expect(lost).toEqual([])
  })

  test('the files and commands it names are there', () => {
    // in a sentence about a folder a neighbour goes by its name alone; what is built, or another project's, ends in .js
    const isThere = (path: string) =>
      [root, join(root, dirname(doc))].some((from) => existsSync(join(from, path))) ||
      files.some((it) => it.endsWith(`/${path}`)) ||
      names.has(path)
    const paths = inCode(text).filter((it) => /^[\w.][\w./-]*\.(ts|tsx|mjs|md|css|html|jsonl)$/.test(it))
    expect(paths.filter((path) => !isThere(path))).toEqual([])
    const folders = inCode(text).filter((it) =>
      /^(api|bot|workers|liff|seeds|bench|bin|docs|test)\/[\w./-]+\/$/.test(it),
    )
    expect(folders.filter((path) => !existsSync(join(root, path)))).toEqual([])

    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    expect(found(text, /npm run (?:-s )?([a-z][\w:]*)/g).filter((it) => !(it in scripts))).toEqual([])
  })

  test('the routes it names are there', () => {
    const named = found(text, /(?<![\w.])(\/(?:public\/)?v1\/[\w{}<>/-]+)/g).map((it) => shape(it).replace(/\/$/, ''))
    expect(named.filter((path) => !routes.some((it) => it === path || it.startsWith(`${path}/`)))).toEqual([])
  })
})

describe('the settings', () => {
  const settings = new Set<string>()
  const env = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name: string) => {
        settings.add(name)
        // so that it asks for the bucket's keys too
        return name === 'STORAGE_URL' ? 's3://bucket' : undefined
      },
    },
  )
  const missingIn = (text: string) => [...settings].filter((name) => !new RegExp(`\\b${name}\\b`).test(text))

  beforeAll(() => {
    expect(() => readConfig(env)).toThrow('AWS_ACCESS_KEY_ID')
    // no setting of ours: the README tells of it at DEMO
    settings.delete('NODE_ENV')
  })

  test('stand in the README', () => {
    expect(missingIn(read('README.md'))).toEqual([])
  })

  test('stand in .env.example, and nothing else does', () => {
    const example = read('.env.example')
    expect(missingIn(example)).toEqual([])
    const strangers = found(example, /^#? ?([A-Z][A-Z0-9_]+)=/gm).filter((name) => !settings.has(name))
    expect(strangers).toEqual(['POSTGRES_PASSWORD'])
  })

  test('reach the containers, but for what compose decides itself or has no use for', () => {
    const demoOnly = ['SIMULATOR_PORT']
    const theImages = ['HOST', 'DATA_DIR']
    // the owner's login makes them there
    const logins = ['APP_DATABASE_URL', 'MACHINERY_DATABASE_URL']
    // for tests and stand-ins
    const hosts = ['LINE_API_BASE_URL', 'LINE_DATA_API_BASE_URL', 'TWILIO_API_BASE_URL']
    const [, desk = ''] = /^x-desk:([^]*?)^services:/m.exec(read('compose.yaml')) ?? []
    expect(missingIn(desk).sort()).toEqual([...demoOnly, ...theImages, ...logins, ...hosts].sort())
  })
})
