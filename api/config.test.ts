import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const real = {
  DEMO: '0',
  DATABASE_URL: 'postgres://u:p@db/bellhop',
  PUBLIC_URL: 'https://desk.example',
  ENCRYPTION_KEY: key,
}

describe('readConfig', () => {
  test('without anything is the demo, on loopback', () => {
    expect(readConfig({})).toMatchObject({
      demo: true,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      simulatorPort: 3001,
      lineApiBaseUrl: 'http://127.0.0.1:3001',
      lineDataApiBaseUrl: 'http://127.0.0.1:3001',
      databaseUrl: undefined,
      triageEngine: 'auto',
    })
    expect(readConfig({}).encryptionKey).toHaveLength(32)
    expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
    expect(readConfig({ PORT: '', DATA_DIR: '/tmp/desk' }).storageUrl).toBe('file:///tmp/desk/files')
  })

  test('of a real desk speaks to LINE and listens to everybody', () => {
    const { encryptionKey, ...config } = readConfig(real)
    expect(config).toMatchObject({
      demo: false,
      host: '0.0.0.0',
      publicUrl: 'https://desk.example',
      lineApiBaseUrl: 'https://api.line.me',
      lineDataApiBaseUrl: 'https://api-data.line.me',
    })
    expect(encryptionKey).toEqual(Buffer.alloc(32, 1))
    expect(readConfig({ ...real, DEMO: undefined }).demo).toBe(false)
    expect(readConfig({ ...real, PUBLIC_URL: 'https://desk.example/' }).publicUrl).toBe('https://desk.example')
  })

  test('keeps files in a bucket of any server that speaks S3', () => {
    const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' }
    const one = { endpoint: 'https://s3.us-east-1.amazonaws.com', region: 'us-east-1', bucket: 'desk', prefix: 'a/b' }
    expect(readConfig({ STORAGE_URL: 's3://desk/a/b/', ...keys }).s3).toMatchObject(one)
    const own = { AWS_REGION: 'auto', AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9000' }
    expect(readConfig({ STORAGE_URL: 's3://desk', ...keys, ...own }).s3).toMatchObject({
      endpoint: 'http://127.0.0.1:9000',
      region: 'auto',
      prefix: '',
    })
    expect(readConfig({}).s3).toBeUndefined()
  })

  test('a switch that is neither on nor off is all that is wrong', () => {
    expect(() => readConfig({ DEMO: 'yes' })).toThrow(/^DEMO is 0 or 1$/)
  })

  test.each([
    [{ DEMO: 'yes' }, 'DEMO'],
    [{ DEMO: '1', NODE_ENV: 'production' }, 'DEMO'],
    [{ NODE_ENV: 'production' }, 'DATABASE_URL'],
    [{ ...real, DATABASE_URL: '' }, 'DATABASE_URL'],
    [{ ...real, PUBLIC_URL: undefined }, 'PUBLIC_URL'],
    [{ ...real, ENCRYPTION_KEY: undefined }, 'ENCRYPTION_KEY'],
    [{ ...real, ENCRYPTION_KEY: 'short' }, 'ENCRYPTION_KEY'],
    [{ ...real, DATABASE_URL: 'mysql://secret-password@db' }, 'DATABASE_URL'],
    [{ ...real, PUBLIC_URL: 'desk.example' }, 'PUBLIC_URL'],
    [{ ...real, APP_DATABASE_URL: 'postgres://app@db/bellhop' }, 'MACHINERY_DATABASE_URL'],
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
    [{ LINE_API_BASE_URL: 'api.line.me' }, 'LINE_API_BASE_URL'],
    [{ TRIAGE_ENGINE: 'magic' }, 'TRIAGE_ENGINE'],
    [{ TRIAGE_ENGINE: 'openai' }, 'OPENAI_API_KEY'],
    [{ TRIAGE_ENGINE: 'gemini', OPENAI_API_KEY: 'x' }, 'GEMINI_API_KEY'],
    [{ OPENAI_PRICE: '0.40' }, 'OPENAI_PRICE'],
    [{ GEMINI_PRICE: '-1/2' }, 'GEMINI_PRICE'],
    [{ GEMINI_PRICE: 'free' }, 'GEMINI_PRICE'],
    [{ STORAGE_URL: '/files' }, 'STORAGE_URL'],
    [{ STORAGE_URL: 's3://key:secret-password@bucket' }, 'STORAGE_URL'],
    [{ STORAGE_URL: 's3://bucket', AWS_SECRET_ACCESS_KEY: 'x' }, 'AWS_ACCESS_KEY_ID'],
    [{ STORAGE_URL: 's3://bucket', AWS_ACCESS_KEY_ID: 'x' }, 'AWS_SECRET_ACCESS_KEY'],
    [
      { STORAGE_URL: 's3://b', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_ENDPOINT_URL_S3: 'minio' },
      'AWS_ENDPOINT_URL_S3',
    ],
    [{ HOST: '0.0.0.0' }, 'HOST'],
  ])('%j names %s in one line', (env, name) => {
    const trouble = (() => {
      try {
        readConfig(env)
      } catch (thrown) {
        return thrown
      }
      return undefined
    })()
    expect(trouble).toBeInstanceOf(ConfigError)
    const { message } = trouble as ConfigError
    expect(message.split('\n').filter((line) => line.startsWith(`${name} `))).toHaveLength(1)
    expect(message).not.toContain('secret-password')
  })

  test('takes the keys before this one as a list, and names the variable without repeating what is wrong in it', () => {
    const old = [1, 2].map((byte) => Buffer.alloc(32, byte))
    const list = old.map((key) => key.toString('base64')).join(', ')
    expect(readConfig({ ENCRYPTION_KEY_OLD: list }).encryptionKeysOld).toEqual(old)
    expect(readConfig({}).encryptionKeysOld).toEqual([])
    expect(() => readConfig({ ENCRYPTION_KEY_OLD: `${list},c2hvcnQ=` })).toThrow(/^ENCRYPTION_KEY_OLD(?!.*c2hvcnQ)/)
  })
})
