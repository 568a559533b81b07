import { useComputed, useSignal } from '@preact/signals'
import { GroupPhone, PersonPhone } from './phone.tsx'
import { StaffHelp } from './staff-help.tsx'
import { channel, chats, copy, isLive, isReady, trouble } from './state.ts'
import { Tools } from './tools.tsx'
import { TopBar } from './top-bar.tsx'

export function App() {
  const { value: t } = copy
  const { value: shown } = channel
  if (!isReady.value || !shown) return <p class="waiting">{isLive.value ? t.loading : t.offline}</p>
  return (
    <>
      <TopBar />
      <p class="trouble" role="status">
        {isLive.value ? trouble.value : t.offline}
      </p>
      <main>
        <Phones key={shown.key} channelKey={shown.key} />
      </main>
    </>
  )
}

type Place = 'first' | 'group' | 'second'

/** A customer on LINE, the staff's group and a second customer on WhatsApp; on a narrow screen one of them at a time. */
function Phones({ channelKey }: { channelKey: string }) {
  const { value: t } = copy
  const people = channel.value?.people ?? []
  const customers = people.filter((person) => person.role === 'customer')
  const group = useComputed(() =>
    [...chats.value.values()].find((chat) => chat.channelKey === channelKey && chat.kind === 'group'),
  )
  const first = useSignal((customers[0] ?? people[0])?.userId ?? '')
  const second = useSignal((customers[1] ?? people[1] ?? people[0])?.userId ?? '')
  const inFront = useSignal<Place>('first')
  const nameOf = (userId: string) => people.find((person) => person.userId === userId)?.name ?? ''
  const places: { place: Place; name: string }[] = [
    { place: 'first', name: nameOf(first.value) },
    ...(group.value ? [{ place: 'group' as const, name: group.value.name }] : []),
    { place: 'second', name: nameOf(second.value) },
  ]
  return (
    <>
      <nav class="phone-tabs" aria-label={t.phones}>
        {places.map(({ place, name }) => (
          <button
            type="button"
            key={place}
            aria-pressed={inFront.value === place}
            onClick={() => {
              inFront.value = place
            }}
          >
            {name}
          </button>
        ))}
      </nav>
      <div class="phones" data-front={inFront.value}>
        <PersonPhone place="first" channelKey={channelKey} whose={first} startsOn="line" />
        {group.value && <GroupPhone channelKey={channelKey} chat={group.value} />}
        <PersonPhone place="second" channelKey={channelKey} whose={second} startsOn="whatsapp" />
      </div>
      {group.value && <StaffHelp channelKey={channelKey} groupId={group.value.id} />}
      <Tools />
    </>
  )
}
