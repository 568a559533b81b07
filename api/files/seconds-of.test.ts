import { describe, expect, it } from 'vitest'
import { sampleVoice } from '../../bot/simulator/sample-voice.ts'
import { secondsOf } from './seconds-of.ts'

describe('how long a voice note is', () => {
  it.each<[string, Buffer, number | undefined, number]>([
    ['a recording of LINE’s', sampleVoice('m4a', 12.5), 3, 12.5],
    ['one of WhatsApp’s, whose last page says it', sampleVoice('ogg', 61), undefined, 61],
    ['what tells nothing is as long as its platform says', Buffer.alloc(20_000, 1), 7, 7],
    ['or as its size can hold', Buffer.alloc(75_000, 1), undefined, 100],
    ['what tells less than its size can hold is not believed', padded(sampleVoice('ogg', 1), 1_600_000), 1, 100],
    ['a length of nothing is none', sampleVoice('m4a', 0), undefined, sampleVoice('m4a', 0).length / 750],
    ['no bytes', Buffer.alloc(0), undefined, 0],
  ])('%s', (_, bytes, told, seconds) => {
    expect(secondsOf(bytes, told)).toBeCloseTo(seconds, 3)
  })

  it('however a recording breaks off, there is a number', () => {
    for (const whole of [sampleVoice('m4a'), sampleVoice('ogg')])
      for (let cut = 0; cut < whole.length; cut += 1)
        expect(secondsOf(whole.subarray(0, cut))).toBeGreaterThanOrEqual(0)
  })

  it('boxes that lie about their size lead nowhere', () => {
    const box = (size: number, name: string) => {
      const head = Buffer.alloc(24)
      head.writeUInt32BE(size)
      head.write(name, 4, 'latin1')
      return head
    }
    for (const size of [0, 1, 2, 7, 8, 0xff_ff_ff_ff])
      for (const name of ['ftyp', 'moov', 'mvhd'])
        expect(secondsOf(Buffer.concat([box(size, name), box(size, 'mvhd')]))).toBeCloseTo(48 / 750)
  })
})

/** Silence in the middle, so that head and last page stay where they are. */
function padded(bytes: Buffer, size: number): Buffer {
  const last = bytes.lastIndexOf('OggS')
  return Buffer.concat([bytes.subarray(0, last), Buffer.alloc(size - bytes.length), bytes.subarray(last)])
}
