import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isLoopback } from './loopback.ts'

export class ConfigError extends Error {}

export type TriageEngine = 'auto' | 'local' | 'openai' | 'gemini'
/** A bucket, and the keys to it. `prefix` is the path below the bucket, '' for none. */
export type S3Config = {
  endpoint: string
  region: string
  bucket: string
  prefix: string
  accessKeyId: string
  secretAccessKey: string
}
export type Config = {
  demo: boolean
  production: boolean
  /** the interface to listen on: the demo's secrets are public, so it stays on loopback */
  host: string
  port: number
  publicUrl: string
  /** behind a proxy that sets X-Forwarded-For: whose address counts for rate limits */
  trustProxy: boolean
  simulatorPort: number
  dataDir: string
  /** without it the desk runs its own embedded Postgres */
  databaseUrl: string | undefined
  appDatabaseUrl: string | undefined
  machineryDatabaseUrl: string | undefined
  redisUrl: string | undefined
  encryptionKey: Buffer
  /** the keys before it: they open what they closed, and close nothing any more */
  encryptionKeysOld: Buffer[]
  lineApiBaseUrl: string
  lineDataApiBaseUrl: string
  /** undefined: Twilio's own hosts */
  twilioApiBaseUrl: string | undefined
  storageUrl: string
  /** with a STORAGE_URL of s3:// */
  s3: S3Config | undefined
  logLevel: string
  triageEngine: TriageEngine
  openai: ModelConfig
  gemini: ModelConfig
}

export type ModelConfig = {
  apiKey: string | undefined
  baseUrl: string | undefined
  model: string | undefined
  /** what texts mean is asked of this one; undefined: the provider's usual one, or none at a server of another address */
  embeddingModel?: string | undefined
  /** what voice notes are heard by; undefined: the provider's usual one */
  voiceModel?: string | undefined
  /** millionths of a US dollar for each token in and out; undefined: as in the provider's price list */
  price: { input: number; output: number } | undefined
}

type Env = Record<string, string | undefined>

/** Public on purpose: whoever runs the demo has it. */
const DEMO_KEY = createHash('sha256').update('bellhop demo: not a secret').digest()
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const ENGINES: readonly TriageEngine[] = ['auto', 'local', 'openai', 'gemini']

/** The settings of this process; a ConfigError names every variable that is missing or malformed, one a line. */
export function readConfig(env: Env): Config {
  const read = reader(env)
  const production = env['NODE_ENV'] === 'production'
  const demo = read.flag('DEMO', !(env['DATABASE_URL'] || production))
  if (demo && production) read.wrong('DEMO', 'cannot be 1 with NODE_ENV=production: the demo’s secrets are public')
  const needed = (name: string) => !demo && !env[name] && read.wrong(name, 'is required when DEMO is 0')
  for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'ENCRYPTION_KEY']) needed(name)

  const port = read.port('PORT', 3000)
  const simulatorPort = read.port('SIMULATOR_PORT', 3001)
  const dataDir = resolve(read.text('DATA_DIR') ?? '.data')
  const simulator = `http://127.0.0.1:${simulatorPort}`
  const config: Config = {
    demo,
    production,
    host: read.text('HOST') ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    port,
    publicUrl: read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    trustProxy: read.flag('TRUST_PROXY', false),
    simulatorPort,
    dataDir,
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    appDatabaseUrl: read.url('APP_DATABASE_URL', ['postgres:', 'postgresql:']),
    machineryDatabaseUrl: read.url('MACHINERY_DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    encryptionKey: read.key('ENCRYPTION_KEY') ?? DEMO_KEY,
    encryptionKeysOld: read.keys('ENCRYPTION_KEY_OLD'),
    lineApiBaseUrl: read.url('LINE_API_BASE_URL', ['http:', 'https:']) ?? (demo ? simulator : 'https://api.line.me'),
    lineDataApiBaseUrl:
      read.url('LINE_DATA_API_BASE_URL', ['http:', 'https:']) ?? (demo ? simulator : 'https://api-data.line.me'),
    twilioApiBaseUrl: read.url('TWILIO_API_BASE_URL', ['http:', 'https:']) ?? (demo ? simulator : undefined),
    storageUrl: read.url('STORAGE_URL', ['file:', 's3:']) ?? pathToFileURL(resolve(dataDir, 'files')).href,
    s3: read.bucket('STORAGE_URL'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS) ?? 'info',
    triageEngine: read.oneOf('TRIAGE_ENGINE', ENGINES) ?? 'auto',
    openai: read.model('OPENAI'),
    gemini: read.model('GEMINI'),
  }
  if (demo && !isLoopback(config.host))
    read.wrong('HOST', 'must be a loopback address in the demo: its secrets are public')
  if (Boolean(config.appDatabaseUrl) !== Boolean(config.machineryDatabaseUrl))
    read.wrong(
      config.appDatabaseUrl ? 'MACHINERY_DATABASE_URL' : 'APP_DATABASE_URL',
      'is missing: the desk has two logins',
    )
  for (const engine of ['openai', 'gemini'] as const)
    if (config.triageEngine === engine && !config[engine].apiKey)
      read.wrong(`${engine.toUpperCase()}_API_KEY`, `is required with TRIAGE_ENGINE=${engine}`)
  read.done()
  return config
}

function reader(env: Env) {
  const troubles: string[] = []
  const wrong = (name: string, why: string) => {
    troubles.push(`${name} ${why}`)
    return undefined
  }
  const text = (name: string): string | undefined => env[name]?.trim() || undefined

  const url = (name: string, schemes: string[]): string | undefined => {
    const value = text(name)
    if (!value) return undefined
    // the value may hold a password: it is never repeated
    if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol))
      return wrong(name, `is not a URL that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`)
    return value.replace(/\/+$/, '')
  }
  const price = (name: string): ModelConfig['price'] => {
    const value = text(name)
    if (!value) return undefined
    const [, input, output] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(value) ?? []
    return input && output
      ? { input: Number(input), output: Number(output) }
      : wrong(
          name,
          'is two prices in US dollars for a million tokens, in and out: 0.40/1.60; 0/0 for a server of your own',
        )
  }
  return {
    text,
    wrong,
    url,
    flag(name: string, otherwise: boolean): boolean {
      const value = text(name)
      if (value === undefined) return otherwise
      if (value === '0' || value === '1') return value === '1'
      wrong(name, 'is 0 or 1')
      return otherwise
    },
    port(name: string, otherwise: number): number {
      const value = text(name)
      if (value === undefined) return otherwise
      if (!/^\d{1,5}$/.test(value) || Number(value) < 1 || Number(value) > 65535)
        wrong(name, 'is a port number from 1 to 65535')
      return Number(value)
    },
    key(name: string): Buffer | undefined {
      const value = text(name)
      return value ? (keyIn(value) ?? wrong(name, `is not ${A_KEY}`)) : undefined
    },
    keys(name: string): Buffer[] {
      const keys = (text(name) ?? '').split(/[\s,]+/).filter((value) => value !== '')
      return keys.flatMap((value) => keyIn(value) ?? wrong(name, `holds something that is not ${A_KEY}`) ?? [])
    },
    oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
      const value = text(name)
      if (value === undefined) return undefined
      return allowed.find((it) => it === value) ?? wrong(name, `is one of ${allowed.join(', ')}`)
    },
    model: (vendor: string): ModelConfig => ({
      apiKey: text(`${vendor}_API_KEY`),
      baseUrl: url(`${vendor}_BASE_URL`, ['http:', 'https:']),
      model: text(`${vendor}_MODEL`),
      embeddingModel: text(`${vendor}_EMBEDDING_MODEL`),
      voiceModel: text(`${vendor}_VOICE_MODEL`),
      price: price(`${vendor}_PRICE`),
    }),
    /** `s3://bucket/prefix`; keys, region and server come from the variables that every S3 tool knows. */
    bucket(name: string): S3Config | undefined {
      const value = text(name)
      if (!value?.startsWith('s3://')) return undefined
      const at = URL.canParse(value) ? new URL(value) : undefined
      if (!at?.hostname || at.username || at.search)
        return wrong(
          name,
          'is not of the form s3://bucket/prefix (keys go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)',
        )
      const [accessKeyId, secretAccessKey] = [text('AWS_ACCESS_KEY_ID'), text('AWS_SECRET_ACCESS_KEY')]
      if (!accessKeyId) wrong('AWS_ACCESS_KEY_ID', `is required when ${name} is a bucket`)
      if (!secretAccessKey) wrong('AWS_SECRET_ACCESS_KEY', `is required when ${name} is a bucket`)
      const region = text('AWS_REGION') ?? 'us-east-1'
      const endpoint = url('AWS_ENDPOINT_URL_S3', ['http:', 'https:']) ?? `https://s3.${region}.amazonaws.com`
      if (!accessKeyId || !secretAccessKey) return undefined
      const prefix = at.pathname.replace(/^\/+|\/+$/g, '')
      return { endpoint, region, bucket: at.hostname, prefix, accessKeyId, secretAccessKey }
    },
    done(): void {
      if (troubles.length > 0) throw new ConfigError(troubles.join('\n'))
    },
  }
}

const A_KEY = '32 bytes in base64 (node -p "crypto.randomBytes(32).toString(\'base64\')" makes one)'

function keyIn(value: string): Buffer | undefined {
  const key = Buffer.from(value, 'base64')
  return key.length === 32 && /^[A-Za-z0-9+/]+=*$/.test(value) ? key : undefined
}
