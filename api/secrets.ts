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

/** One ENCRYPTION_KEY: its id tells which key a ciphertext needs, and says nothing about the key. */
export type MasterKey = { id: string; master: Buffer; derived: Map<Purpose, Buffer> }

const KEY_BYTES = 32
const ID_BYTES = 4
const WITH_KEY_ID = 2
/** Written before there could be several keys: any of them may be its own. */
const WITHOUT_KEY_ID = 1

let ring: MasterKey[] = []

/** ENCRYPTION_KEY, which seals and encrypts from now on, and the ones before it, which only open what they once closed. */
export function useMasterKey(key: Buffer, older: Buffer[] = []): void {
  const known = new Map([key, ...older].map((it) => [it.toString('hex'), it]))
  ring = [...known.values()].map(masterKeyOf)
}

function masterKeyOf(master: Buffer): MasterKey {
  if (master.length !== KEY_BYTES) throw new Error('ENCRYPTION_KEY is 32 bytes in base64')
  const id = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), 'bellhop:key-id', ID_BYTES)).toString('hex')
  return { id, master, derived: new Map() }
}

/** The first is the one in use. */
export function masterKeys(): readonly [MasterKey, ...MasterKey[]] {
  const [first, ...rest] = ring
  if (!first) throw new Error('The master key is not set yet')
  return [first, ...rest]
}

function keyFor(purpose: Purpose, it: MasterKey): Buffer {
  const known = it.derived.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', it.master, Buffer.alloc(0), `bellhop:${purpose}`, KEY_BYTES))
  it.derived.set(purpose, key)
  return key
}

/** AES-256-GCM. The first byte names the form and the next four the key, so that keys can be rotated. */
export function encrypt(plain: string): Buffer {
  const [key] = masterKeys()
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('credentials', key), iv)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([WITH_KEY_ID]), Buffer.from(key.id, 'hex'), iv, cipher.getAuthTag(), body])
}

/** What was encrypted under a key that this process was not given. */
export class UnknownKey extends Error {}

export function decrypt(sealed: Buffer): string {
  const id = keyIdOf(sealed)
  if (id !== undefined) {
    const key = masterKeys().find((it) => it.id === id)
    if (!key) throw new UnknownKey(`A credential is encrypted under the key ${id}, which this process does not have`)
    return open(sealed.subarray(1 + ID_BYTES), key)
  }
  if (sealed[0] !== WITHOUT_KEY_ID) throw new UnknownKey(`Unknown form of a ciphertext: ${sealed[0]}`)
  for (const key of masterKeys()) {
    try {
      return open(sealed.subarray(1), key)
    } catch {
      // not this key's: the tag says so
    }
  }
  throw new UnknownKey('A credential is encrypted under a key that this process does not have')
}

function open(parts: Buffer, key: MasterKey): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor('credentials', key), parts.subarray(0, 12))
  decipher.setAuthTag(parts.subarray(12, 28))
  return Buffer.concat([decipher.update(parts.subarray(28)), decipher.final()]).toString('utf8')
}

/** Which key a ciphertext needs; nothing when it was written before keys had ids. */
export const keyIdOf = (sealed: Buffer): string | undefined =>
  sealed[0] === WITH_KEY_ID ? sealed.subarray(1, 1 + ID_BYTES).toString('hex') : undefined

/** For keys and codes that are looked up: high-entropy secrets need no slow hash. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const macOf = (purpose: Purpose, ...parts: (string | Buffer)[]): Buffer =>
  macWith(masterKeys()[0], purpose, ...parts)

export const macWith = (key: MasterKey, purpose: Purpose, ...parts: (string | Buffer)[]): Buffer => {
  const mac = createHmac('sha256', keyFor(purpose, key))
  for (const part of parts) {
    // a length before each part: ('ab','c') and ('a','bc') must differ
    mac.update(`${Buffer.byteLength(part)}:`)
    mac.update(part)
  }
  return mac.digest()
}

const SHORTEST_SEAL = 8

/** Whether these are the first bytes of the seal of `parts`, under any key of ours. */
export const isSealOf = (seal: Buffer, purpose: Purpose, ...parts: (string | Buffer)[]): boolean =>
  seal.length >= SHORTEST_SEAL &&
  masterKeys().some((key) => sameBytes(seal, macWith(key, purpose, ...parts).subarray(0, seal.length)))

export const sameBytes = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
