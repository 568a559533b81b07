import { computed, signal } from '@preact/signals'
import type { ChannelView, ChatView, Snapshot } from '../../snapshot.ts'
import { copies, languages, type PageLanguage } from './copy.ts'

export const channels = signal<ChannelView[]>([])
export const chats = signal<ReadonlyMap<string, ChatView>>(new Map())
export const isLive = signal(true)
export const isReady = signal(false)
export const canMoveClock = signal(false)
export const deskUrl = signal('')
export const trouble = signal('')

/** The desk's now when it was last told, and our own time then: it ticks on between two tellings. */
const told = signal({ now: Date.now(), at: performance.now() })
const tick = signal(0)
export const deskNow = computed(() => {
  void tick.value
  return told.value.now + performance.now() - told.value.at
})

const chosenKey = signal(location.hash.slice(1))
export const channel = computed(() => channels.value.find((it) => it.key === chosenKey.value) ?? channels.value[0])

export function chooseChannel(key: string) {
  chosenKey.value = key
  history.replaceState(null, '', `#${key}`)
}

const wished = [localStorage.getItem('language') ?? '', ...navigator.languages].map((it) => it.slice(0, 2))
export const language = signal<PageLanguage>(
  wished.map((it) => languages.find((one) => one === it)).find((it) => it !== undefined) ?? 'en',
)
export const copy = computed(() => copies[language.value])

export function chooseLanguage(chosen: PageLanguage) {
  language.value = chosen
  localStorage.setItem('language', chosen)
  document.documentElement.lang = chosen
}

async function fetchAll() {
  const answer = await fetch('/simulator/api/state')
  const snapshot = (await answer.json()) as Snapshot
  channels.value = snapshot.channels
  chats.value = new Map(snapshot.chats.map((chat) => [chat.key, chat]))
  canMoveClock.value = snapshot.canMoveClock
  deskUrl.value = snapshot.deskUrl
  told.value = { now: snapshot.now, at: performance.now() }
  isReady.value = true
}

/** Keeps the phones as they are at the platform: one stream, and everything afresh after each (re)connection. */
export function keepLive() {
  const stream = new EventSource('/simulator/api/live')
  stream.addEventListener('open', () => {
    isLive.value = true
    fetchAll().catch(() => {
      isLive.value = false
    })
  })
  stream.addEventListener('error', () => {
    isLive.value = false
  })
  stream.addEventListener('chat', (event) => {
    const chat = JSON.parse(event.data) as ChatView
    chats.value = new Map(chats.value).set(chat.key, chat)
  })
  stream.addEventListener('clock', (event) => {
    const { now } = JSON.parse(event.data) as { now: number }
    told.value = { now, at: performance.now() }
  })
  setInterval(() => {
    tick.value += 1
  }, 1000)
}

/** What this person does in this chat. */
export function act(chat: ChatView, userId: string, what: { does: string; [detail: string]: unknown }): void {
  const where = chat.kind === 'group' ? { groupId: chat.id } : {}
  void order('act', { channelKey: chat.channelKey, userId, ...where, ...what })
}

/** Tells the simulator what somebody did; what it shows comes back over the stream. */
export function order<T = unknown>(path: string, body: object): Promise<T | undefined> {
  trouble.value = ''
  return tell(path, body)
}

/** What happens by itself leaves on the screen what was said about the last tap. */
export async function tell<T = unknown>(path: string, body: object): Promise<T | undefined> {
  try {
    const answer = await fetch(`/simulator/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const result = (await answer.json()) as T & { title?: string }
    if (answer.ok) return result
    trouble.value = result.title ?? String(answer.status)
  } catch {
    isLive.value = false
  }
  return undefined
}
