import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { channel, copy, order, trouble } from './state.ts'

type Progress = { running: boolean; played?: number; of?: number; missed?: string[]; trouble?: string }

/** What a platform does that nobody on a phone does, and stories that are kept and played again. */
export function Tools() {
  const { value: t } = copy
  const { value: shown } = channel
  if (!shown) return null
  const platform = (what: { does: string; left?: number | null; channelKey?: string }) =>
    void order('platform', { channelKey: shown.key, ...what })
  return (
    <details class="staff-help tools">
      <summary>{t.tools}</summary>
      <div class="tool-rows">
        <Stories business={shown.tenantKey} />
        <p>
          <button type="button" onClick={() => platform({ does: 'redelivers' })}>
            {t.redeliver('LINE')}
          </button>
          {shown.whatsapp && (
            <button
              type="button"
              onClick={() => platform({ does: 'redelivers', channelKey: shown.whatsapp?.key ?? shown.key })}
            >
              {t.redeliver('WhatsApp')}
            </button>
          )}
        </p>
        <p>
          <button type="button" onClick={() => platform({ does: 'endsReplyToken' })}>
            {t.endReplyToken}
          </button>
          <button type="button" onClick={() => platform({ does: 'endsToken' })}>
            {t.endToken}
          </button>
          <button type="button" onClick={() => platform({ does: 'takesToken' })}>
            {t.takeToken}
          </button>
        </p>
        <p>
          <button type="button" onClick={() => platform({ does: 'leavesQuota', left: 0 })}>
            {t.quotaSpent}
          </button>
          <button type="button" onClick={() => platform({ does: 'leavesQuota', left: 20 })}>
            {t.quotaLeft(20)}
          </button>
          <button type="button" onClick={() => platform({ does: 'leavesQuota', left: null })}>
            {t.quotaNone}
          </button>
        </p>
        <p class="hint">{t.windowHint}</p>
      </div>
    </details>
  )
}

function Stories({ business }: { business: string }) {
  const { value: t } = copy
  const pace = useSignal<'at once' | 'original'>('at once')
  const progress = useSignal<Progress | undefined>(undefined)
  const isRunning = progress.value?.running === true
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(() => {
      fetch('/simulator/api/replay')
        .then(async (answer) => {
          progress.value = (await answer.json()) as Progress
        })
        .catch(() => undefined)
    }, 500)
    return () => clearInterval(timer)
  }, [isRunning])

  async function play(file: File | undefined) {
    if (!file) return
    try {
      const story: unknown = JSON.parse(await file.text())
      progress.value = await order<Progress>('replay', { pace: pace.value, story })
    } catch {
      trouble.value = t.noStory
    }
  }
  return (
    <p>
      <a href={`/simulator/api/story?business=${encodeURIComponent(business)}`} download="">
        {t.saveStory}
      </a>
      <label>
        <span>{t.replayStory}</span>
        <input
          type="file"
          accept="application/json,.json"
          disabled={isRunning}
          onChange={(event) => {
            const field = event.currentTarget
            void play(field.files?.[0]).finally(() => {
              field.value = ''
            })
          }}
        />
      </label>
      <label>
        <span class="unseen">{t.pace}</span>
        <select
          value={pace.value}
          onChange={(event) => {
            pace.value = event.currentTarget.value === 'original' ? 'original' : 'at once'
          }}
        >
          <option value="at once">{t.atOnce}</option>
          <option value="original">{t.atItsPace}</option>
        </select>
      </label>
      {progress.value?.of !== undefined && (
        <output>
          {progress.value.trouble ??
            t.replayed(progress.value.played ?? 0, progress.value.of, progress.value.missed?.length ?? 0)}
        </output>
      )}
    </p>
  )
}
