import { leaveGroup } from '../../api/groups/commands/leave-group.ts'
import { membersJoined, membersLeft } from '../../api/groups/commands/members.ts'
import { staffByIdentity } from '../../api/staff/queries.ts'
import { type Room, type Turn, unchanged } from '../conversation/room.ts'
import type { Heard } from '../heard.ts'
import { withoutReply } from '../staff/reply-to-customer.ts'
import { staffTurn } from '../staff/group-turn.ts'
import { partnerGroup } from './partner.ts'
import { isSetUp, setUpGroup } from './set-up.ts'
import { vipGroup } from './vip.ts'

const MOST_NAMES = 5

/** What a group is for decides who speaks with whom; comings and goings, and what it is for, are heard in every group. */
export async function groupRoom(turn: Turn): Promise<Room> {
  const heard = turn.heard[0]
  const { id, purpose } = turn.input.conversation
  if (!heard) return silence(turn)
  switch (heard.kind) {
    case 'left':
      return {
        async respond(ctx) {
          await leaveGroup(ctx, { conversationId: id, at: heard.at })
          return { ...unchanged(turn), state: {} }
        },
      }
    case 'members_joined':
      return joined(turn, heard)
    case 'members_left':
      return gone(turn, heard)
  }
  if (isSetUp(turn, heard)) return setUpGroup(turn)
  switch (purpose) {
    case 'staff':
      return staffTurn(turn)
    case 'vip':
      return vipGroup(turn)
    case 'partner':
      return partnerGroup(turn)
    default:
      return silence(turn)
  }
}

const silence = (turn: Turn): Room => ({ respond: async () => unchanged(turn) })

type Members = Extract<Heard, { kind: 'members_joined' | 'members_left' }>

/** New members are kept with what the platform calls them, as far as it says so quickly. */
async function joined(turn: Turn, heard: Members): Promise<Room> {
  const named = await Promise.all(heard.userIds.slice(0, MOST_NAMES).map((userId) => turn.profile(userId)))
  const members = heard.userIds.map((externalId, index) => ({
    externalId,
    ...(named[index] && { name: named[index].name }),
  }))
  return {
    async respond(ctx) {
      await membersJoined(ctx, { conversationId: turn.input.conversation.id, members, at: heard.at })
      return unchanged(turn)
    },
  }
}

/** Who left takes nothing along: a draft to a customer, a dialogue in the middle, go with them. */
function gone(turn: Turn, heard: Members): Room {
  return {
    async respond(ctx) {
      const { conversation } = turn.input
      await membersLeft(ctx, { conversationId: conversation.id, externalIds: heard.userIds, at: heard.at })
      const now = unchanged(turn)
      let { state } = now
      for (const userId of heard.userIds) {
        const who = await staffByIdentity(ctx, turn.channel.id, userId)
        if (who) state = withoutReply(state, who.id)
        const { [userId]: _, ...people } = state.people ?? {}
        if (state.people) state = { ...state, people }
      }
      return { ...now, state }
    },
  }
}
