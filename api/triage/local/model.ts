import { createHash } from 'node:crypto'
import type { Pressing, Urgency } from './critical.ts'
import type { Linear } from './linear.ts'
import type { ByNameAlone } from './named.ts'
import type { Network } from './network.ts'
import type { Subjects } from './subjects.ts'
import type { Shares, Vocabulary } from './vocabulary.ts'

/** What a message wants, learnt from everybody's messages. */
export type Common = {
  vocabulary: Vocabulary
  intent: Linear
  /** how critical it sounds, whatever it is about; none where no lesson said so */
  alarm?: Linear
  subjects?: Subjects
  seen: Uint8Array
  /** Stands for the lessons it was taught by, and no others; 0 once a tenant's own were added. */
  taughtBy: number
  /** Of a model that was read: two with the same are the same. */
  mark?: string
}

/** What it is about, in the tenant's own labels. */
export type Own = {
  vocabulary: Vocabulary
  caseType?: Linear
  bookingKind?: Linear
  /** the words of its wishes, see unheard.ts; none where it has few */
  wished?: Uint8Array
}

/** Another one when what is stored would be read otherwise. */
export const MODEL_VERSION = 10

export type LocalModel = {
  version: typeof MODEL_VERSION
  common: Common
  own?: Own
  byName: ByNameAlone
  pressing: Pressing
  /** weighs the signs of a right answer, see judge.ts */
  certainty: number[]
  /** weighs the signs of a trouble that cannot wait, see critical.ts */
  urgency: Urgency
}

type Head = { classes: string[]; largest: number[]; bias: number[]; temperature: number; weights: number }
type Net = { width: number; salt: number; rows: number; answers: number }
type Words = { shares: Shares; size: number }
type Header = {
  version: typeof MODEL_VERSION
  common: {
    vocabulary: Words
    intent: Head
    alarm?: Head
    subjects?: { labels: string[]; networks: Net[] }
    seen: number
    taughtBy: number
  }
  own?: { vocabulary: Words; caseType?: Head; bookingKind?: Head; wished?: number }
  byName: ByNameAlone
  pressing: Pressing
  certainty: number[]
  urgency: Urgency
}

const START = `{"version":${MODEL_VERSION},`

/** The length of a JSON header, the header, then the tables it names, in its order. */
export function serialise({ common, own, byName, pressing, certainty, urgency }: LocalModel): Uint8Array {
  const chunks: Uint8Array[] = []
  const words = ({ shares, marks, rarity }: Vocabulary): Words => {
    chunks.push(new Uint8Array(Uint16Array.from(marks).buffer), rarity)
    return { shares, size: marks.length }
  }
  const head = ({ classes, largest, bias, temperature, weights }: Linear): Head => {
    chunks.push(new Uint8Array(weights.buffer, weights.byteOffset, weights.length))
    return { classes, largest: [...largest], bias: [...bias], temperature, weights: weights.length }
  }
  const net = ({ rows, largest, hiddenBias, answers, answerBias, width, salt }: Network): Net => {
    for (const it of [rows, largest, hiddenBias, answers, answerBias])
      chunks.push(new Uint8Array(it.buffer, it.byteOffset, it.byteLength))
    return { width, salt, rows: rows.length, answers: answerBias.length }
  }
  const sharedPart = {
    vocabulary: words(common.vocabulary),
    intent: head(common.intent),
    ...(common.alarm && { alarm: head(common.alarm) }),
    ...(common.subjects && {
      subjects: { labels: common.subjects.labels, networks: common.subjects.networks.map(net) },
    }),
    seen: common.seen.length,
    taughtBy: common.taughtBy,
  }
  chunks.push(common.seen)
  const bits = (it: Uint8Array): number => {
    chunks.push(it)
    return it.length
  }
  const header: Header = {
    version: MODEL_VERSION,
    common: sharedPart,
    ...(own && {
      own: {
        vocabulary: words(own.vocabulary),
        ...(own.caseType && { caseType: head(own.caseType) }),
        ...(own.bookingKind && { bookingKind: head(own.bookingKind) }),
        ...(own.wished && { wished: bits(own.wished) }),
      },
    }),
    byName,
    pressing,
    certainty,
    urgency,
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const whole = new Uint8Array(4 + json.length + chunks.reduce((sum, it) => sum + it.length, 0))
  new DataView(whole.buffer).setUint32(0, json.length, true)
  whole.set(json, 4)
  let at = 4 + json.length
  for (const it of chunks) {
    whole.set(it, at)
    at += it.length
  }
  return whole
}

/** Whether bytes are a model of today's kind: one that an older desk stored must be taught anew. */
export const isModel = (bytes: Uint8Array): boolean =>
  bytes.length > 4 + START.length && new TextDecoder().decode(bytes.subarray(4, 4 + START.length)) === START

/** How many bytes the tables of the common part take. */
const sizeOf = ({ vocabulary, intent, alarm, subjects, seen }: Header['common']): number =>
  vocabulary.size * 3 +
  intent.weights +
  (alarm?.weights ?? 0) +
  (subjects?.networks ?? []).reduce(
    (sum, { width, rows, answers }) => sum + rows + 4 * (2 * width + answers * width + answers),
    0,
  ) +
  seen

/** Most of a model is what everybody's messages taught: where one of the `known` is the same, that one is used and nothing is copied. */
export function parse(bytes: Uint8Array, known: readonly Common[] = []): LocalModel {
  if (!isModel(bytes)) throw new Error('not a triage model')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header
  let at = 4 + length
  // a copy of its own: a Buffer's slice shares memory that is not aligned and not only ours
  const next = (size: number): Uint8Array<ArrayBuffer> => {
    at += size
    if (at > bytes.length) throw new Error('a triage model was cut short')
    return Uint8Array.from(bytes.subarray(at - size, at))
  }
  const words = ({ shares, size }: Words): Vocabulary => ({
    shares,
    marks: new Uint16Array(next(size * 2).buffer),
    rarity: next(size),
  })
  const head = ({ classes, largest, bias, temperature, weights }: Head): Linear => ({
    classes,
    largest: Float32Array.from(largest),
    bias: Float32Array.from(bias),
    temperature,
    weights: new Int8Array(next(weights).buffer),
  })
  const floats = (count: number) => new Float32Array(next(count * 4).buffer)
  const net = ({ width, salt, rows, answers }: Net): Network => ({
    width,
    salt,
    rows: new Int8Array(next(rows).buffer),
    largest: floats(width),
    hiddenBias: floats(width),
    answers: floats(answers * width),
    answerBias: floats(answers),
  })
  const size = sizeOf(header.common)
  const mark = createHash('sha256')
    .update(JSON.stringify(header.common))
    .update(bytes.subarray(at, at + size))
    .digest('base64')
  const same = known.find((it) => it.mark === mark)
  if (same) at += size
  const common: Common = same ?? {
    vocabulary: words(header.common.vocabulary),
    intent: head(header.common.intent),
    ...(header.common.alarm && { alarm: head(header.common.alarm) }),
    ...(header.common.subjects && {
      subjects: { labels: header.common.subjects.labels, networks: header.common.subjects.networks.map(net) },
    }),
    seen: next(header.common.seen),
    taughtBy: header.common.taughtBy,
    mark,
  }
  const { own, byName, pressing, certainty, urgency } = header
  return {
    version: MODEL_VERSION,
    common,
    ...(own && {
      own: {
        vocabulary: words(own.vocabulary),
        ...(own.caseType && { caseType: head(own.caseType) }),
        ...(own.bookingKind && { bookingKind: head(own.bookingKind) }),
        ...(own.wished && { wished: next(own.wished) }),
      },
    }),
    byName,
    pressing,
    certainty,
    urgency,
  }
}
