/** `2 h 5 min`, as it is said; from two days on `4 days 6 h`. */
export function span(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const parts =
    hours >= 48
      ? [`${Math.floor(hours / 24)} days`, hours % 24 ? `${hours % 24} h` : '']
      : [hours ? `${hours} h` : '', minutes % 60 || minutes === 0 ? `${minutes % 60} min` : '']
  return parts.filter(Boolean).join(' ')
}

const payment: Record<string, string> = {
  failed: 'the payment’s webhook failed.',
  cancelled: 'the customer gave the payment up.',
  paid: 'the money is in, the credit is not.',
  credited: 'the payment is credited now.',
}

/** What nobody asked for: reminders, lists of news, what did not arrive, what is left of the month. */
export const news = {
  paymentMoved: (it: { reference: string; state: string }) => `💳 ${it.reference}: ${payment[it.state] ?? it.state}`,
  providerSilent: (it: { reference: string; provider: string; waited: string }) =>
    `🔕 ${it.provider} has not answered for ${it.waited}: ${it.reference}.`,
  becameCritical: (reference: string) => `🚨 ${reference} is critical now.`,
  praised: (name: string) => `💛 ${name} had kind words for the team`,
  riskSuggested: (about: string) => `⚠️ AI takes this for critical, please look now: ${about}.`,
  reminder: (it: { reference: string; item: string; when: string }) =>
    `A reminder: ${[it.item, it.when].filter(Boolean).join(', ')} (${it.reference}). We look forward to seeing you.`,
  digest: (count: number | string) => `📋 ${count} updates`,
  more: (count: number) => `… and ${count} more`,
  failed: (it: { count: number | string; reason: string }) =>
    Number(it.count) > 1
      ? `✉️ ${it.count} messages were not delivered. ${it.reason}.`
      : `✉️ A message was not delivered. ${it.reason}.`,
  failedFor: (reference: string) => `About ${reference}`,
  resend: 'Send again',
  resent: () => 'It is on its way again.',
  quotaNear: (it: { channel: string; used: string; most: string; percent: string }) =>
    `📊 ${it.channel} has used ${it.used} of ${it.most} messages this month (${it.percent} %). When they are used up, only critical messages and free replies go out.`,
  quotaSpent: 'this month’s messages are used up; it goes for free when the customer writes',
  sentWhenFree: (name: string) =>
    `Kept for ${name}. This month’s LINE messages are used up: it goes for free as soon as they write, and you will read so here.`,
  answerWaits: (name: string) =>
    `✉️ Your answer to ${name} has not left: this month’s LINE messages are used up. It waits and goes for free as soon as they write; you will read so here.`,
  answerLeft: (name: string) => `✉️ What you wrote to ${name} and had to wait has left now.`,
  test: (text: string) => `🔔 Test\n${text}`,
  duration: span,
}
