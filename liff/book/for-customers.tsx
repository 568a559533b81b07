import { words } from '../copy/language.ts'
import { Card } from '../ui/card.tsx'

/** Staff are signed in, and no sign-in would make this form theirs: it says where their work is. */
export function ForCustomers() {
  const { title, advice, today } = words.value.book.forCustomers
  return (
    <Card>
      <h1>{title}</h1>
      <p class="quiet">{advice}</p>
      <a class="button" href={`/liff/today/${location.search}`}>
        {today}
      </a>
    </Card>
  )
}
