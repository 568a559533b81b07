import { type Signal, useSignal } from '@preact/signals'
import type { Person } from '../../cast.ts'
import type { ComponentChildren } from 'preact'
import type { ChatView } from '../../snapshot.ts'
import { ChatLog } from './chat-log.tsx'
import { AppSwitch, type App } from './app-switch.tsx'
import { Composer } from './composer.tsx'
import { Pages } from './pages.tsx'
import { QuickReplies } from './quick-replies.tsx'
import { Sheets } from './sheets.tsx'
import { act, channel, chats, copy } from './state.ts'
import { useTaps } from './taps.ts'
import { useReading } from './reading.ts'
import { WindowStrip } from './window-strip.tsx'

type Place = 'first' | 'group' | 'second'

type PersonPhoneProps = { place: Place; channelKey: string; whose: Signal<string>; startsOn: App }

export function PersonPhone({ place, channelKey, whose, startsOn }: PersonPhoneProps) {
  const { value: t } = copy
  const chosenApp = useSignal<App>(startsOn)
  const sender = channel.value?.whatsapp
  const onWhatsApp = sender?.people.find((person: Person) => person.onLine === whose.value)
  const app = onWhatsApp ? chosenApp.value : 'line'
  const chatKey = app === 'whatsapp' ? `${sender?.key}:${onWhatsApp?.userId}` : `${channelKey}:${whose.value}`
  const chat = chats.value.get(chatKey)
  if (!chat || !channel.value) return null
  const { botName } = channel.value
  return (
    <Phone
      key={chat.key}
      place={place}
      chat={chat}
      userId={chat.id}
      name={botName}
      apps={onWhatsApp && <AppSwitch chosen={chosenApp} whose={chat.name} />}
      note=""
      chooser={<PersonChoice label={t.whosePhone} chosen={whose} />}
      extra={<BlockButton chat={chat} />}
    />
  )
}

export function GroupPhone({ channelKey, chat }: { channelKey: string; chat: ChatView }) {
  const { value: t } = copy
  const people = (channel.value?.people ?? []).filter((person) => chat.members.includes(person.userId))
  const actor = useSignal((people.find((person) => person.role === 'staff') ?? people[0])?.userId ?? '')
  return (
    <Phone
      key={channelKey}
      place="group"
      chat={chat}
      userId={actor.value}
      name={chat.name}
      note={t.members(chat.members.length)}
      chooser={<PersonChoice label={t.actsAs} chosen={actor} among={chat.members} />}
    />
  )
}

function PersonChoice({ label, chosen, among }: { label: string; chosen: Signal<string>; among?: string[] }) {
  const { value: t } = copy
  const people = (channel.value?.people ?? []).filter((person) => !among || among.includes(person.userId))
  return (
    <label class="chooser">
      <span>{label}</span>
      <select
        value={chosen.value}
        onChange={(event) => {
          chosen.value = event.currentTarget.value
        }}
      >
        {people.map((person) => (
          <option key={person.userId} value={person.userId}>
            {person.name} ({t.roles[person.role]})
          </option>
        ))}
      </select>
    </label>
  )
}

function BlockButton({ chat }: { chat: ChatView }) {
  const { value: t } = copy
  const does = chat.isBlocked ? 'follows' : 'blocks'
  return (
    <button type="button" class="quiet" onClick={() => act(chat, chat.id, { does })}>
      {chat.isBlocked ? t.unblock : t.block}
    </button>
  )
}

type PhoneProps = {
  place: Place
  chat: ChatView
  userId: string
  name: string
  note: string
  /** Where the same person may switch to another app. */
  apps?: ComponentChildren
  chooser: ComponentChildren
  extra?: ComponentChildren
}

function Phone({ place, chat, userId, name, note, apps, chooser, extra }: PhoneProps) {
  const { value: t } = copy
  const taps = useTaps(chat, userId)
  const isWhatsApp = chat.platform === 'whatsapp'
  const screen = useReading(chat)
  const owner = channel.value?.people.find((person) => person.userId === userId)?.name ?? chat.name
  return (
    <section class="phone" data-phone={place} data-app={chat.platform} aria-label={chat.name}>
      <div class="above">
        {chooser}
        {extra}
      </div>
      <div class="case">
        <div class="screen" ref={screen}>
          {apps}
          <div class="chat-head">
            <span class="face" aria-hidden="true">
              {name.slice(0, 1)}
            </span>
            <h2>{name}</h2>
            <span class="note">{note}</span>
          </div>
          {isWhatsApp ? (
            <WindowStrip until={chat.windowUntil} />
          ) : (
            <Pages channelKey={chat.channelKey} userId={userId} whose={chat.name} open={taps.open} />
          )}
          <ChatLog chat={chat} userId={userId} taps={taps} label={t.chatOf(name)} />
          {!isWhatsApp && <QuickReplies chat={chat} taps={taps} />}
          {chat.isBlocked ? (
            <p class="blocked">{t.isBlocked}</p>
          ) : (
            <Composer chat={chat} userId={userId} draft={taps.draft} />
          )}
          <Sheets taps={taps} owner={owner} />
        </div>
      </div>
    </section>
  )
}
