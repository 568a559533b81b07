import { channel, copy, deskUrl } from './state.ts'

type Props = { channelKey: string; userId: string; whose: string; open: (uri: string) => void }

/** What this person may open without being sent a link: what LINE would hang in the account's menu. */
export function Pages({ channelKey, userId, whose, open }: Props) {
  const { value: t } = copy
  const role = channel.value?.people.find((person) => person.userId === userId)?.role
  const page = role === 'staff' ? { path: 'today', words: t.todayPage } : { path: 'book', words: t.bookPage }
  return (
    <nav class="pages" aria-label={`${t.pages}: ${whose}`}>
      <button
        type="button"
        onClick={() => open(`${deskUrl.value}/liff/${page.path}/?channel=${encodeURIComponent(channelKey)}`)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 6h14v14H5zM5 10h14M9 3v4M15 3v4" />
        </svg>
        {page.words}
      </button>
    </nav>
  )
}
