import type { Severity } from '../cases/schema.ts'

/** What a route names; what it leaves open fits everything. All that is named must fit. */
export type Route = {
  caseType?: string | null
  category?: string | null
  provider?: string | null
  severity?: Severity | null
  bookingKind?: string | null
}

/** What a piece of news is about, by keys. News of neither a case nor a booking (a person who wants a person) is about nothing. */
export type Matter = {
  caseType?: string
  category?: string
  provider?: string | null
  severity?: Severity
  bookingKind?: string
}

const dimensions = ['caseType', 'category', 'provider', 'severity', 'bookingKind'] as const

export const fits = (route: Route, matter: Matter): boolean =>
  dimensions.every((name) => !route[name] || route[name] === matter[name])

/**
 * Which staff groups hear of it: those with a route for it; if there is none, the groups without any route; and if every group has routes
 * and none fits, all of them, since news that nobody hears is worse than news in the wrong group.
 */
export function groupsFor<Group extends { routes: Route[] }>(matter: Matter, groups: Group[]): Group[] {
  const claiming = groups.filter((it) => it.routes.some((route) => fits(route, matter)))
  if (claiming.length > 0) return claiming
  const open = groups.filter((it) => it.routes.length === 0)
  return open.length > 0 ? open : groups
}
