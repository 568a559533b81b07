import type { Length } from '../../../api/catalogue/queries.ts'

const many = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** What the catalogue tells, in English. */
export const catalogue = {
  /** what a price is for */
  per: {
    person: (price: string) => `${price} per person`,
    piece: (price: string) => `${price} each`,
    hour: (price: string) => `${price} an hour`,
    day: (price: string) => `${price} a day`,
    night: (price: string) => `${price} a night`,
    week: (price: string) => `${price} a week`,
    month: (price: string) => `${price} a month`,
    thousand: (price: string) => `${price} per 1,000`,
    year: (price: string) => `${price} a year`,
  } as Record<string, (price: string) => string>,
  from: (price: string) => `from ${price}`,
  price: (price: string) => `Price: ${price}`,
  forUnits: (it: { units: number; total: string }) => `${it.units.toLocaleString('en')} come to ${it.total}`,
  forParty: (it: { people: number; total: string }) => `${it.total} for ${it.people} people`,
  childrenApart: (it: { sum: string; percent?: number }) =>
    `${it.sum} at the full price for everyone; our team confirms what the children pay${it.percent ? ` (usually ${it.percent}%)` : ''}`,
  length: (it: Length) => {
    const sessions = it.sessions && many(it.sessions, 'session')
    const each = it.hoursEach && `${many(it.hoursEach, 'hour')} each`
    return [
      it.days && many(it.days, 'day'),
      it.nights && many(it.nights, 'night'),
      sessions,
      each,
      it.hours && many(it.hours, 'hour'),
    ]
      .filter(Boolean)
      .join(', ')
  },
  highlights: (list: string[]) => `Highlights: ${list.join(' · ')}`,
  long: (length: string) => `Length: ${length}`,
  date: (it: { when: string; left: number; enough: boolean }) =>
    `${it.when} (${it.enough ? '' : 'only '}${many(it.left, 'seat')} left)`,
  next: (dates: string) => `Next dates: ${dates}`,
  yesOn: (dates: string) => `Open: ${dates}`,
  fullOn: (day: string) => `${day}: fully booked.`,
  nothingOn: (day: string) => `${day}: nothing on sale.`,
  allFull: () => 'Every date on sale is fully booked.',
  hours: (when: string) => `When: ${when}`,
  noDates: () => 'No dates are on sale at the moment.',
  startsAt: (times: string[]) => `Starts at ${times.join(' or ')}.`,
  anyDay: () => 'Dates: any day you like.',
  unlisted: {
    price: 'The price isn’t listed; our team can tell you.',
    length: 'How long it takes isn’t listed; our team can tell you.',
    when: 'The dates aren’t listed; our team can tell you.',
    until: 'Until when isn’t listed; our team can tell you.',
    seats: 'The dates aren’t listed; our team can tell you.',
  } as Record<string, string>,
  includes: (list: string[]) => `Included in the price: ${list.join(' · ')}`,
  excludes: (list: string[]) => `Not included: ${list.join(' · ')}`,
  notWritten: (parts: string) => `Whether ${parts} is included isn’t written down; our team can tell you.`,
  groupSize: ({ least, most }: { least: number | undefined; most: number | undefined }) => {
    if (least === undefined) return `Up to ${most} people.`
    return most === undefined
      ? `From ${least} ${least === 1 ? 'person' : 'people'}.`
      : `Group size: ${least} to ${most} people.`
  },
  effort: (words: string) => `How demanding it is: ${words}`,
  whetherItSuits: () => 'Whether it suits the people who travel with you, our team is glad to check.',
  oldEnough: (from: number) => `Yes: it takes children from the age of ${from}.`,
  whoFor: 'Who it is for',
  agesFrom: (from: number) => `Ages ${from} and up`,
  tooYoung: (from: number) => `I’m afraid not yet: it is for ages ${from} and up.`,
  forAge: (age: number) => `These take children of ${age}:`,
  which: () => 'Which of these do you mean?',
  thisOne: () => 'Do you mean this one?',
  compare: () => 'Here they are:',
  notOnSale: (name: string) => `I don’t find “${name}” among what we have on sale. Here is what comes next:`,
  some: () => 'Here is what we have:',
  there: (place: string) => `These go to ${place}:`,
  noneSoLong: (nights: number) => `None of them is exactly ${many(nights, 'night')}.`,
  onThatDay: (day: string) => `Open on ${day}:`,
  book: 'Book this',
  gone: () => 'That is no longer on sale. What else would you like to book?',
}
