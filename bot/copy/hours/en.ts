type Span = { from: string; to: string }

/** When the business is open, as its settings have it. */
export const hours = {
  openOn: (it: Span & { day: string }) => `On ${it.day} we are open from ${it.from} to ${it.to}.`,
  closedOn: (day: string) => `On ${day} we are closed.`,
  openNow: (to: string) => `We are open now, until ${to}.`,
  closedNow: (opens: string) => `We are closed at the moment and open again from ${opens}.`,
  week: () => 'Our opening hours:',
  days: (it: { from: string; to?: string }) => (it.to ? `${it.from}–${it.to}` : it.from),
  span: (it: Span) => `${it.from}–${it.to}`,
  closed: () => 'closed',
  alsoClosed: (days: string) => `Also closed: ${days}`,
}
