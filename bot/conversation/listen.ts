import { inTime } from '../../api/llm/ask.ts'
import { type Ear, earOf, type Unheard } from '../../api/triage/queries/hear-voice.ts'
import type { Heard, Sent } from '../heard.ts'
import { readUpTo } from '../read-up-to.ts'
import type { Turn } from './room.ts'

/** So many voice notes of a turn are listened to; whoever sends more at once is listened to by people. */
const MOST_NOTES = 3
const LOOK_AGAIN_MS = 250

/** The voice notes of a customer's own chat become words of the turn, where a model can hear; one that nobody heard stays a recording. */
export async function listen(turn: Turn): Promise<Turn> {
  const { conversation } = turn.input
  const notes = turn.heard.filter(isVoice)
  if (notes.length === 0 || conversation.kind !== 'direct' || conversation.mode !== 'bot') return turn
  const ear = await earOf(turn.tenant.id)
  if (!ear) return turn
  const listened = new Map<Heard, Sent>()
  await turn.aside(() =>
    Promise.all(notes.slice(0, MOST_NOTES).map(async (it) => listened.set(it, await listenTo(turn, ear, it)))),
  )
  return { ...turn, heard: turn.heard.map((it) => listened.get(it) ?? it) }
}

export const isVoice = (it: Heard): it is Sent => it.kind === 'audio'

/** What is said in it, if it is a bubble that says anything. */
export const wordsSaid = (it: Heard): string =>
  it.kind === 'text' ? it.text.trim() : isVoice(it) ? (it.transcript?.words ?? '') : ''

async function listenTo(turn: Turn, ear: Ear, note: Sent): Promise<Sent> {
  const unheard = (why: Unheard): Sent => ({ ...note, unheard: why })
  const { origin, size = 0, durationMs } = note.media ?? { origin: undefined }
  if (!origin) return unheard('not_fetched')
  if (size > ear.mostBytes) return unheard('too_long')
  const bytes = await fetched(turn, ear, origin)
  if (!Buffer.isBuffer(bytes)) return unheard(bytes)
  const form = turn.channel.kind === 'whatsapp' ? 'audio/ogg' : 'audio/mp4'
  const got = await ear.hears(bytes, { form, ...(durationMs && { seconds: durationMs / 1_000 }) })
  return 'unheard' in got ? unheard(got.unheard) : { ...note, transcript: got }
}

/** The bytes, as soon as the platform has them ready; the copy that is kept is made after the turn, by the same road as every file. */
async function fetched(turn: Turn, ear: Ear, origin: string): Promise<Buffer | Unheard> {
  const deadline = performance.now() + ear.patienceMs
  const reading = async (): Promise<Buffer | Unheard> => {
    for (;;) {
      const got = await turn.media(origin)
      if (got?.state === 'here') return (await readUpTo(ear.mostBytes, got)) ?? 'too_long'
      if (got?.state !== 'not yet' || performance.now() + LOOK_AGAIN_MS > deadline) return 'not_fetched'
      await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS))
    }
  }
  // the copy for people tells of it, if it still cannot be fetched then
  const got = await inTime(
    reading().catch(() => 'not_fetched' as const),
    ear.patienceMs,
  )
  return got === 'late' ? 'not_fetched' : got
}
