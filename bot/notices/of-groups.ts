import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import type { Ctx } from '../../api/context.ts'
import { groupById } from '../../api/groups/queries.ts'
import type { Notice, Worded } from '../../api/outbox/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { purposeWords } from '../groups/purpose-words.ts'
import { partnerCard } from '../groups/partner-card.ts'
import { text } from '../messages.ts'
import type { Reader } from '../staff/cards.ts'

/** What is said in a group about the group itself, whoever sits in it. */
export async function groupWords(ctx: Ctx, notice: Notice, reader: Reader): Promise<Worded[]> {
  const copy = copyIn(reader.language)
  if (notice.event === 'group.goodbye') return [text(copy.group.goodbye())]
  const group = notice.conversationId ? await groupById(ctx, notice.conversationId) : undefined
  return group?.purpose ? [text(purposeWords(group.purpose, group.ownerName, copy))] : []
}

/** What staff hear of their groups. */
export function newsOfGroups(notice: Notice, reader: Reader): Worded[] {
  const copy = copyIn(reader.language).group
  const group = typeof notice.facts['group'] === 'string' ? notice.facts['group'] : copy.unnamed
  return [text(notice.event === 'group.bot_removed' ? copy.botRemoved(group) : copy.unknownTapped(group))]
}

/** What a provider hears of a case that waits for them. */
export const partnerWords = (full: CaseInFull, reader: Reader): Worded[] => [partnerCard(full, reader)]
