import { bookingsMeant } from '../../../api/bookings/queries/bookings-meant.ts'
import { casesMeant } from '../../../api/cases/queries/cases-meant.ts'
import { tapsOf, text } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose } from '../acts/present.ts'

type CaseMeant = Awaited<ReturnType<typeof casesMeant>>[number]
type BookingMeant = Awaited<ReturnType<typeof bookingsMeant>>[number]
export type Subject = { kind: 'case'; it: CaseMeant } | { kind: 'booking'; it: BookingMeant }

const MOST_CHOICES = 12

/** What a typed reference is about. When it may be several the person chooses, when it is nothing they are told. */
export async function subjectOf(turn: StaffTurn, said: string): Promise<Subject | StaffAnswer> {
  const { copy, ctx, reader } = turn
  const meant: Subject[] = [
    ...(await casesMeant(ctx, said)).map((it) => ({ kind: 'case' as const, it })),
    ...(await bookingsMeant(ctx, said)).map((it) => ({ kind: 'booking' as const, it })),
  ]
  const [only, ...others] = meant
  if (!only) return { say: [text(copy.acts.noSuch(said.slice(0, 60)))] }
  if (others.length === 0) return only
  const tap = tapsOf(reader)
  const acts = meant.slice(0, MOST_CHOICES).map(({ it, kind }) => tap(it.reference, 'show', it.id, kind))
  return { say: choose(copy.acts.whichOne(said.slice(0, 60)), '', acts) }
}
