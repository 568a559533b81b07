import { useEffect } from 'preact/hooks'
import type { BookingFormView } from '../../api/bookings/schema.ts'
import { withoutCode } from '../client/session.ts'
import { useResource } from '../client/use-resource.ts'
import { useSession } from '../client/use-session.ts'
import { words } from '../copy/language.ts'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Sorry } from '../ui/sorry.tsx'
import { BookForm } from './book-form.tsx'
import { ForCustomers } from './for-customers.tsx'

/** A customer asks to book. The chat's link says whose draft it is; without one they sign in. */
export function BookPage() {
  const ref = new URLSearchParams(location.search).get('ref')
  return ref ? <ByLink reference={ref} /> : <BySignIn />
}

function ByLink({ reference }: { reference: string }) {
  useEffect(() => history.replaceState(history.state, '', withoutCode(new URL(location.href))), [])
  return <FormFor reference={reference} />
}

function BySignIn() {
  const { person, problem, again } = useSession()
  if (person?.kind === 'contact') return <FormFor signInAgain={again} />
  if (person) {
    return (
      <Page title={words.value.book.title} house={person.tenant.name}>
        <ForCustomers />
      </Page>
    )
  }
  return (
    <Page title={words.value.book.title}>
      {problem ? <Sorry problem={problem} retry={() => void again()} /> : <Skeleton />}
    </Page>
  )
}

const languageOf = (it: BookingFormView) => it.language

type Props = { reference?: string; signInAgain?: () => Promise<void> }

function FormFor({ reference, signInAgain }: Props) {
  const anonymous = reference !== undefined
  const query = anonymous ? `?ref=${encodeURIComponent(reference)}` : ''
  const form = useResource<BookingFormView>(`/v1/me/booking-form${query}`, { anonymous, reads: languageOf })
  const { value: it, problem } = form
  const isOldLink = anonymous && [400, 401, 403, 404, 410, 422].includes(problem?.status ?? 0)
  const retry = () => void (problem?.status === 401 && signInAgain ? signInAgain() : form.reload())
  return (
    <Page title={words.value.book.title} house={it?.tenant}>
      {it ? (
        <BookForm form={it} reload={form.reload} reference={reference} signInAgain={signInAgain} />
      ) : problem && isOldLink ? (
        <Sorry problem={{ ...problem, status: 404 }} />
      ) : problem ? (
        <Sorry problem={problem} retry={retry} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}
