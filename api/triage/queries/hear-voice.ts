import { type Claimed, recordingIn } from '../../files/queries/recording.ts'
import { hear, type HeardWords } from '../../llm/hear.ts'
import { wishOf } from '../engines/wish.ts'

/** What is larger or longer takes longer to be heard than a customer waits. */
const MOST_BYTES = 4_000_000
const MOST_SECONDS = 120

/** Why nobody has heard a voice note; where it is not the model, it is the recording itself. */
export type Unheard = Extract<HeardWords, { words?: undefined }>['trouble'] | 'too_long' | 'no_sound' | 'not_fetched'

export type Ear = {
  mostBytes: number
  /** what may be fetched, and then heard, in so long each */
  patienceMs: number
  hears: (bytes: Buffer, claimed: Claimed) => Promise<{ words: string; by: string } | { unheard: Unheard }>
}

/** Whoever writes down what a customer says in a voice note: a language model that the business lets decide. Nobody where there is none. */
export async function earOf(tenantId: string): Promise<Ear | undefined> {
  const wish = await wishOf(tenantId)
  const models = wish.models.filter((it) => it.hearer)
  if (wish.switch !== 'decide' || models.length === 0) return undefined
  return {
    mostBytes: MOST_BYTES,
    patienceMs: wish.timeoutMs,
    async hears(bytes, claimed) {
      const recording = await recordingIn(bytes, claimed)
      if (!recording) return { unheard: 'no_sound' }
      if (recording.seconds > MOST_SECONDS) return { unheard: 'too_long' }
      const { purse, timeoutMs } = wish
      const heard = await hear({ models, recording, timeoutMs, purse, clock: () => performance.now() })
      return heard?.words === undefined ? { unheard: heard?.trouble ?? 'failed' } : { words: heard.words, by: heard.by }
    },
  }
}
