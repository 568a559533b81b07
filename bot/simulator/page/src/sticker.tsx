import type { Copy } from './copy.ts'

export type Mood = keyof Copy['moods']

/** Our own stickers: a bell with a face. The ids only have to differ. */
export const stickers: { id: string; mood: Mood }[] = [
  { id: '52002734', mood: 'happy' },
  { id: '52002739', mood: 'thanks' },
  { id: '52002750', mood: 'sad' },
  { id: '52002735', mood: 'wow' },
]

export const moodOf = (stickerId: unknown): Mood => stickers.find((it) => it.id === stickerId)?.mood ?? 'happy'

const mouths: Record<Mood, string> = {
  happy: 'M40 66q10 10 20 0',
  thanks: 'M42 66q8 5 16 0',
  sad: 'M41 70q9-9 18 0',
  wow: 'M46 68a4 5 0 1 0 8 0a4 5 0 1 0-8 0',
}
const eyes: Record<Mood, string> = {
  happy: 'M34 54q4-5 8 0M58 54q4-5 8 0',
  thanks: 'M34 54q4 5 8 0M58 54q4 5 8 0',
  sad: 'M35 52l6 3M65 52l-6 3',
  wow: 'M36 53h4M60 53h4',
}

export function StickerPicture({ mood, label }: { mood: Mood; label: string }) {
  return (
    <svg class="sticker" viewBox="0 0 100 100" role="img" aria-label={label}>
      <circle cx="50" cy="19" r="7" fill="#937058" />
      <path d="M14 78a36 52 0 0 1 72 0z" fill="#fcd77f" stroke="#473b30" stroke-width="4" />
      <rect x="8" y="78" width="84" height="11" rx="5" fill="#473b30" />
      <path d={eyes[mood]} fill="none" stroke="#473b30" stroke-width="4" stroke-linecap="round" />
      <path d={mouths[mood]} fill="none" stroke="#473b30" stroke-width="4" stroke-linecap="round" />
    </svg>
  )
}
