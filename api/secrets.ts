import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** What a key is derived for: a leak of one purpose says nothing about another. */
type Purpose = 'credentials' | 'activities' | 'links' | 'taps' | 'database'

let master: Buffer | undefined
const derived = new Map<Purpose, Buffer>()

/** 32 bytes, from ENCRYPTION_KEY. */
export function useMasterKey(key: Buffer): void {
  if (key.length !== 32) throw new Error('ENCRYPTION_KEY is 32 bytes in base64')
  master = key
  derived.clear()
}

export function keyFor(purpose: Purpose): Buffer {
  const known = derived.get(purpose)
  if (known) return known
  if (!master) throw new Error('The master key is not set yet')
  const key = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `bellhop:${purpose}`, 32))
  derived.set(purpose, key)
  return key
}

/** AES-256-GCM. The first byte names the key's generation, so that keys can be rotated. */
export function encrypt(plain: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('credentials'), iv)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([1]), iv, cipher.getAuthTag(), body])
}

export function decrypt(sealed: Buffer): string {
  if (sealed[0] !== 1) throw new Error(`Unknown key generation ${sealed[0]}`)
  const decipher = createDecipheriv('aes-256-gcm', keyFor('credentials'), sealed.subarray(1, 13))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
}

/** For keys and codes that are looked up: high-entropy secrets need no slow hash. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const macOf = (purpose: Purpose, ...parts: (string | Buffer)[]): Buffer => {
  const mac = createHmac('sha256', keyFor(purpose))
  for (const part of parts) {
    // a length before each part: ('ab','c') and ('a','bc') must differ
    mac.update(`${Buffer.byteLength(part)}:`)
    mac.update(part)
  }
  return mac.digest()
}

export const sameBytes = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
