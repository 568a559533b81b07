import type { Linear } from './linear.ts'

/** What one tenant's engine has learnt: the intent from everybody's messages, the labels from its own. */
export type LocalModel = { version: 1; intent: Linear; caseType?: Linear; bookingKind?: Linear; seen: Uint8Array }

type Head = { classes: string[]; scale: number; temperature: number; bias: number[] }
type Header = { version: 1; parts: Partial<Record<Part, Head>>; seen: number }
type Part = 'intent' | 'caseType' | 'bookingKind'
const PARTS: readonly Part[] = ['intent', 'caseType', 'bookingKind']

const headOf = ({ classes, scale, temperature, bias }: Linear): Head => ({
  classes,
  scale,
  temperature,
  bias: [...bias],
})

/** A JSON header with its length before it, then the weights: non-zero runs only, most buckets are empty. */
export const serialise = (model: LocalModel): Uint8Array => {
  const parts: Header['parts'] = {}
  const bodies: Uint8Array[] = []
  for (const part of PARTS) {
    const linear = model[part]
    if (!linear) continue
    parts[part] = headOf(linear)
    bodies.push(packed(linear))
  }
  const header = new TextEncoder().encode(
    JSON.stringify({ version: 1, parts, seen: model.seen.length } satisfies Header),
  )
  const sized = [Uint32Array.of(header.length), ...bodies.flatMap((it) => [Uint32Array.of(it.length)])]
  const chunks = [...sized.map((it) => new Uint8Array(it.buffer)), header, ...bodies, model.seen]
  const whole = new Uint8Array(chunks.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const it of chunks) {
    whole.set(it, at)
    at += it.length
  }
  return whole
}

export const parse = (bytes: Uint8Array): LocalModel => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerLength = view.getUint32(0, true)
  // The header names the parts, so their sizes are read once it is known how many there are
  const tryHeader = (sizes: number): Header | undefined => {
    const start = 4 + sizes * 4
    const text = new TextDecoder().decode(bytes.subarray(start, start + headerLength))
    return text.startsWith('{"version":1') && text.endsWith('}') ? (JSON.parse(text) as Header) : undefined
  }
  for (const count of [1, 2, 3]) {
    const header = tryHeader(count)
    if (!header || PARTS.filter((it) => header.parts[it]).length !== count) continue
    let at = 4 + count * 4 + headerLength
    const linears: Partial<Record<Part, Linear>> = {}
    PARTS.filter((it) => header.parts[it]).forEach((part, i) => {
      const head = header.parts[part]
      const size = view.getUint32(4 + i * 4, true)
      if (head)
        linears[part] = {
          ...head,
          bias: Float32Array.from(head.bias),
          weights: unpacked(bytes.subarray(at, at + size), head.classes.length),
        }
      at += size
    })
    if (!linears.intent) break
    return {
      version: 1,
      ...linears,
      intent: linears.intent,
      seen: Uint8Array.from(bytes.subarray(at, at + header.seen)),
    }
  }
  throw new Error('not a triage model')
}

const BUCKET_BITS = 16

const packed = ({ weights, classes }: Linear): Uint8Array => {
  const k = classes.length
  const rows: number[] = []
  for (let bucket = 0; bucket < 1 << BUCKET_BITS; bucket += 1) {
    let any = false
    for (let c = 0; c < k && !any; c += 1) any = weights[bucket * k + c] !== 0
    if (any) rows.push(bucket)
  }
  const body = new Int16Array(rows.length * (k + 1))
  rows.forEach((bucket, i) => {
    body[i * (k + 1)] = (bucket << 16) >> 16
    body.set(weights.subarray(bucket * k, bucket * k + k), i * (k + 1) + 1)
  })
  return new Uint8Array(body.buffer)
}

const unpacked = (bytes: Uint8Array, k: number): Int16Array<ArrayBuffer> => {
  // a copy of its own: a Buffer's slice shares memory that is not aligned and not only ours
  const body = new Int16Array(Uint8Array.from(bytes).buffer)
  const weights = new Int16Array((1 << BUCKET_BITS) * k)
  for (let i = 0; i + k < body.length; i += k + 1) {
    weights.set(body.subarray(i + 1, i + 1 + k), ((body[i] ?? 0) & 0xffff) * k)
  }
  return weights
}
