import type { Draft } from '../../api/conversations/schema.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import { continueBooking } from '../dialogues/book.ts'
import { choseItem, ofItsKind } from '../dialogues/book-items.ts'
import { askAgain, notUnderstood, skipIt } from './ask-again.ts'
import { addsOnlyWho, goOn, onlyAdds } from './changed-draft.ts'
import { corrections } from './corrections.ts'
import { keepWish, withCare } from './goes-with-request.ts'
import type { Answer } from './customer-turn.ts'
import { offerNamed, takenOffer } from './taken-offer.ts'
import type { Waiting } from './waiting.ts'
import { isElsewhere } from './words/elsewhere.ts'
import { isLeftOpen } from './words/left-open.ts'
import { booksIt, leavesOpen, sendsIt } from './words/loose-words.ts'
import { TAILOR_MADE } from './words/set-words.ts'

/** 'The cruise one, 10 April': when and for how many is said with the choice. */
const withWhen = (taken: Draft, named: Waiting['named']): Draft => ({
  ...taken,
  answers: {
    ...taken.answers,
    ...Object.fromEntries(
      ['date', 'time', 'party_size'].flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]]])),
    ),
  },
})

/** What is said to several things or days on offer, or to what of the request is to be changed. */
export async function answersChoice({
  turn,
  draft,
  understood,
  asked,
  kind,
  named,
}: Waiting): Promise<Answer | undefined> {
  const taken =
    (await takenOffer(turn, draft, kind?.requiredSlots.includes('item') ?? false)) ??
    (await offerNamed(turn, draft, kind?.itemTypes ?? []))
  if (taken) return continueBooking(turn, asked === 'item' ? withWhen(taken, named) : taken)
  // a yes to several dates is to none of them
  if (asked === 'slot' && (readYesNo(turn.said) === 'yes' || sendsIt(turn.said) || booksIt(turn.said)))
    return askAgain(turn, draft, turn.copy.ask.whichOfThem)
  // 'yes, book it', of several things
  if (asked === 'item' && (draft.offered?.length ?? 0) > 1 && (readYesNo(turn.said) === 'yes' || booksIt(turn.said)))
    return askAgain(turn, draft, turn.copy.ask.whichOfTheseThings)
  if (asked === 'item' && (TAILOR_MADE.test(turn.said) || leavesOpen(turn.said)))
    return continueBooking(turn, await choseItem(turn, draft, 'none'))
  const corrected = corrections(turn, draft, understood)
  const item = corrected?.answers['item']
  if (corrected && asked === 'item' && typeof item === 'string')
    return continueBooking(turn, await ofItsKind(turn, corrected, item))
  // what was offered once, and may be left out, is not offered again and again
  if (
    corrected &&
    asked === 'item' &&
    kind &&
    !kind.requiredSlots.includes('item') &&
    onlyAdds(draft, corrected) &&
    !addsOnlyWho(draft, corrected)
  )
    return continueBooking(turn, await choseItem(turn, corrected, 'none'))
  if (corrected) return goOn(turn, draft, withCare(turn, corrected))
  // what is known already was understood, too
  if (Object.keys({ ...understood.slots, ...named }).length > 0) return continueBooking(turn, draft)
  // 'no budget limit', to the trips on offer: those who plan it read it
  if (isLeftOpen(turn.said)) return keepWish(turn, draft)
  const needed = asked === 'change' ? undefined : await skipIt(turn, draft, asked)
  if (needed) return needed
  return isElsewhere(understood) ? undefined : notUnderstood(turn, draft, understood)
}
