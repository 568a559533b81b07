import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import { partnerAnswers } from '../../api/cases/schema.ts'
import { signLink } from '../../api/links.ts'
import type { Act, Notice, Worded } from '../../api/outbox/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { open, tapsOf, text } from '../messages.ts'
import { dueTime } from '../copy/formats.ts'
import { caseCard, leftWords, nameIn, type Reader, slotWords } from '../staff/cards.ts'

/** The public page of a case: no login, opens on any phone. */
export const trackUrl = (publicUrl: string, tenantId: string, caseId: string): string =>
  `${publicUrl}/t/${signLink({ kind: 'track', tenantId, subjectId: caseId })}`

export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000))

export function caseWords(notice: Notice, full: CaseInFull, reader: Reader): Worded[] {
  return notice.audience === 'customer' ? forCustomer(notice.event, full, reader) : forStaff(notice, full, reader)
}

function forCustomer(event: string, full: CaseInFull, reader: Reader): Worded[] {
  const copy = copyIn(reader.language)
  const { reference, id } = full.it
  const follow: Act = open(copy.case.follow, trackUrl(reader.publicUrl, reader.tenant.id, id))
  const tap = tapsOf(reader)
  switch (event) {
    case 'case.opened': {
      const type = nameIn(full.typeNames, reader.language)
      const due = full.it.slaDueAt ? dueTime(full.it.slaDueAt, reader.now, reader.language, reader.tenant.zone) : ''
      return [text(copy.case.opened({ reference, type, due }), [follow])]
    }
    case 'case.found': {
      const type = nameIn(full.typeNames, reader.language)
      const due = full.it.slaDueAt ? dueTime(full.it.slaDueAt, reader.now, reader.language, reader.tenant.zone) : ''
      const what = ['reference', 'amount'].flatMap((slot) => {
        const said = full.it.slots[slot]
        return said === undefined ? [] : [slotWords(slot, said as string | number, copy, reader.language)]
      })
      return [text(copy.case.found({ reference, type, what: what.join(' · '), due }), [follow])]
    }
    case 'case.claimed':
      return [text(copy.case.claimed({ reference, owner: ownerFor(full, reader) }), [follow])]
    case 'case.reopened': {
      const due = full.it.slaDueAt ? dueTime(full.it.slaDueAt, reader.now, reader.language, reader.tenant.zone) : ''
      return [text(copy.case.workedOnAgain({ reference, due }), [follow])]
    }
    case 'case.resolved':
      return [text(copy.case.resolved(reference), [tap(copy.case.notSolved, 'not_solved', id), follow])]
    default:
      return [text(copy.case.stillOpen({ reference, status: copy.caseStatus[full.it.status] }), [follow])]
  }
}

/** Whoever looks after it, in letters the customer can read. */
export const ownerFor = ({ ownerNames }: CaseInFull, { language, tenant }: Reader): string =>
  ownerNames ? nameIn(ownerNames, language) : tenant.name

function forStaff(notice: Notice, full: CaseInFull, reader: Reader): Worded[] {
  const { staff: copy, news } = copyIn(reader.language)
  const { reference } = full.it
  const owner = full.ownerName ?? copy.unclaimed
  const card = (heading?: string) => caseCard(full, reader, heading)
  switch (notice.event) {
    case 'case.opened':
      return [card(copy.newCase)]
    case 'case.reported_again':
      return [card(copy.reportedAgain(reference))]
    case 'case.detail_added':
      return [card(copy.detail(reference))]
    case 'case.sla_warning': {
      const left = full.it.slaDueAt ? leftWords(full.it.slaDueAt, reader.now, copyIn(reader.language)) : ''
      return [text(copy.warning({ reference, left, owner })), card()]
    }
    case 'case.provider_silent': {
      const waited = news.duration(minutesBetween(full.it.statusSince, reader.now))
      return [
        text(
          news.providerSilent({ reference, provider: full.providerName ?? copy.caseStatus.waiting_provider, waited }),
        ),
        card(),
      ]
    }
    case 'case.payment_moved':
      return [text(news.paymentMoved({ reference, state: String(notice.facts['state'] ?? '') })), card()]
    case 'case.became_critical':
      return [text(news.becameCritical(reference)), card()]
    case 'case.risk_suggested':
      return [text(news.riskSuggested(reference)), card()]
    case 'case.sla_breach':
      return [text(copy.breach({ reference, owner })), card()]
    case 'case.reopened':
      return [
        card(
          notice.facts['byCustomer'] === false
            ? copy.reopenedByUs({ reference, who: String(notice.facts['who'] ?? '') })
            : copy.reopened(reference),
        ),
      ]
    case 'case.withdrawn':
      return [card(copyIn(reader.language).takeBack.news(reference))]
    case 'case.kept':
      return [card(copyIn(reader.language).takeBack.keptNews(reference))]
    case 'case.claimed':
      return [card(copy.claimed({ reference, owner }))]
    case 'case.changed':
      return [card(copyIn(reader.language).acts.changed({ reference, who: String(notice.facts['who'] ?? '') }))]
    case 'case.partner_seen':
    case 'case.partner_done':
    case 'case.partner_cannot': {
      const provider = String(notice.facts['provider'] ?? '')
      const answer = partnerAnswers.find((one) => notice.event === `case.partner_${one}`) ?? 'seen'
      return [card(copyIn(reader.language).group.partner.told[answer]({ reference, provider }))]
    }
    case 'case.escalated':
      return [card(copyIn(reader.language).acts.escalated({ reference, to: owner }))]
    default:
      return [card()]
  }
}
