import type { Audience, NewsEvent } from '../../api/notifications/schema.ts'
import type { Language } from '../../api/tenants/schema.ts'
import { type Copy, copyIn } from '../copy/copy.ts'

const reference = '{{case_id}}'
const booking = '{{booking_id}}'

/** Our own sentences with variables where a case has its facts: what an admin starts a text of their own from. */
const ofCustomers: Partial<Record<NewsEvent, (copy: Copy) => string>> = {
  'case.opened': (copy) => copy.case.opened({ reference, type: '{{type}}', due: '{{eta}}' }),
  'case.found': (copy) =>
    copy.case.found({ reference, type: '{{type}}', what: '{{order_id}} · {{amount}}', due: '{{eta}}' }),
  'case.claimed': (copy) => copy.case.claimed({ reference, owner: '{{owner}}' }),
  'case.resolved': (copy) => copy.case.resolved(reference),
  'case.reopened': (copy) => copy.case.workedOnAgain({ reference, due: '{{eta}}' }),
  'booking.requested': (copy) => copy.booking.requested({ reference: booking, due: '{{eta}}' }),
  'booking.confirmed': (copy) => copy.booking.confirmed(booking),
  'booking.declined': (copy) => copy.booking.declined({ reference: booking, why: '{{reason}}' }),
  'booking.cancelled': (copy) => copy.booking.cancelled(booking),
  'booking.proposed': (copy) => copy.acts.offer({ reference: booking, when: '{{offer}}' }),
  'booking.reminder': (copy) => copy.news.reminder({ reference: booking, item: '{{item}}', when: '{{date}} {{time}}' }),
  'conversation.handed_over': (copy) => copy.person.joined(),
  'conversation.handed_back': (copy) => copy.person.back(),
}

const ofStaff: Partial<Record<NewsEvent, (copy: Copy) => string>> = {
  'case.opened': (copy) => `${copy.staff.newCase} ${reference} {{type}}`,
  'case.reported_again': (copy) => copy.staff.reportedAgain(reference),
  'case.detail_added': (copy) => copy.staff.detail(reference),
  'case.claimed': (copy) => copy.staff.claimed({ reference, owner: '{{owner}}' }),
  'case.sla_warning': (copy) => copy.staff.warning({ reference, left: '{{time_left}}', owner: '{{owner}}' }),
  'case.sla_breach': (copy) => copy.staff.breach({ reference, owner: '{{owner}}' }),
  'case.provider_silent': (copy) =>
    copy.news.providerSilent({ reference, provider: '{{provider}}', waited: '{{elapsed_time}}' }),
  'case.became_critical': (copy) => copy.news.becameCritical(reference),
  'case.risk_suggested': (copy) => copy.news.riskSuggested(reference),
  'case.reopened': (copy) => copy.staff.reopened(reference),
  'case.withdrawn': (copy) => copy.takeBack.news(reference),
  'case.kept': (copy) => copy.takeBack.keptNews(reference),
  'booking.requested': (copy) => `${copy.staff.newBooking} ${booking} {{item}}`,
  'booking.sla_breach': (copy) => copy.staff.bookingBreach(booking),
  'booking.hold_expired': (copy) => copy.staff.holdExpired(booking),
  'booking.proposed': (copy) => `${booking} · ${copy.acts.waitsForCustomer}: {{offer}}`,
  'booking.taken': (copy) => copy.staff.bookingTaken({ reference: booking, who: '{{owner}}' }),
  'conversation.handed_over': (copy) => copy.staff.wantsPerson,
  'conversation.handed_back': (copy) => copy.staff.handedBack('{{customer}}'),
  'conversation.risk_suggested': (copy) => copy.news.riskSuggested('{{customer}}'),
  'conversation.said': (copy) => copy.staff.wrote('{{customer}}'),
  'conversation.praised': (copy) => copy.news.praised('{{customer}}'),
  'conversation.voice_unheard': (copy) => copy.voice.listen('{{customer}}'),
  'conversation.window_closing': (copy) => copy.whatsapp.closing,
  digest: (copy) => copy.news.digest('{{count}}'),
  'message.failed': (copy) => copy.news.failed({ count: 1, reason: '{{reason}}' }),
  'knowledge.drafted': (copy) => copy.knowledge.drafted({ title: '{{title}}', answer: '' }),
  'conversation.answer_waits': (copy) => copy.news.answerWaits('{{customer}}'),
  'conversation.answer_left': (copy) => copy.news.answerLeft('{{customer}}'),
  'quota.near': (copy) =>
    copy.news.quotaNear({ channel: '{{channel}}', used: '{{used}}', most: '{{most}}', percent: '{{percent}}' }),
}

/** What is said when the tenant has no text of its own; of what has a card alone, the reference and how it stands. */
export function builtIn(event: NewsEvent, audience: Audience, language: Language): string {
  const sentence = (audience === 'customer' ? ofCustomers : ofStaff)[event]
  if (sentence) return sentence(copyIn(language))
  return `${event.startsWith('booking.') ? booking : reference} · {{status}}`
}
