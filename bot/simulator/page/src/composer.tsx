import { type Signal, useSignal } from '@preact/signals'
import type { ChatView } from '../../snapshot.ts'
import { StickerPicture, stickers } from './sticker.tsx'
import { act, copy } from './state.ts'

type Props = { chat: ChatView; userId: string; draft: Signal<string> }

export function Composer({ chat, userId, draft }: Props) {
  const { value: t } = copy
  const isChoosing = useSignal(false)

  function say(event: SubmitEvent) {
    event.preventDefault()
    const text = draft.value.trim()
    if (!text) return
    draft.value = ''
    act(chat, userId, { does: 'says', text })
  }

  return (
    <form class="composer" onSubmit={say}>
      {isChoosing.value && (
        <div class="sticker-choice">
          {stickers.map(({ id, mood }) => (
            <button
              type="button"
              key={id}
              aria-label={t.sendSticker(t.moods[mood])}
              onClick={() => {
                isChoosing.value = false
                act(chat, userId, { does: 'sticker', stickerId: id })
              }}
            >
              <StickerPicture mood={mood} label="" />
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        class="icon"
        aria-label={t.stickers}
        aria-expanded={isChoosing.value}
        onClick={() => {
          isChoosing.value = !isChoosing.value
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 10h.1M15.4 10h.1M8 14q4 4 8 0" />
        </svg>
      </button>
      <button
        type="button"
        class="icon"
        aria-label={t.sendPicture}
        onClick={() => act(chat, userId, { does: 'image' })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.1" />
        </svg>
      </button>
      <button type="button" class="icon" aria-label={t.sendVoice} onClick={() => act(chat, userId, { does: 'audio' })}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 4a3 3 0 0 0-3 3v4a3 3 0 0 0 6 0V7a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v3" />
        </svg>
      </button>
      <input
        type="text"
        aria-label={t.message}
        placeholder={t.message}
        autocomplete="off"
        maxLength={5000}
        value={draft.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value
        }}
      />
      <button type="submit" class="icon send" aria-label={t.send}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 4l17 8-17 8 3-8zM7 12h8" />
        </svg>
      </button>
    </form>
  )
}
