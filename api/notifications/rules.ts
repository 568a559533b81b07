import type { Audience } from './schema.ts'

/** A switch; what is null stands for all. */
export type Rule = {
  event: string | null
  audience: Audience | null
  channelId: string | null
  caseTypeId: string | null
  conversationId: string | null
  enabled: boolean
}

export type Told = {
  event: string
  audience: Audience
  channelId: string
  caseTypeId: string | undefined
  conversationId: string
}

// The nearer to the reader, the more it counts: this chat, this type of case, this event, this channel, this audience.
const weights = { conversationId: 16, caseTypeId: 8, event: 4, channelId: 2, audience: 1 } as const
const names = Object.keys(weights) as (keyof typeof weights)[]

/** What the rule that names the most says of this news; nothing when none speaks of it. Between equals off wins, so that silence holds. */
export function ruling(rules: readonly Rule[], it: Told): boolean | undefined {
  let best: { weight: number; enabled: boolean } | undefined
  for (const rule of rules) {
    if (!names.every((name) => rule[name] === null || rule[name] === it[name])) continue
    const weight = names.reduce((sum, name) => sum + (rule[name] === null ? 0 : weights[name]), 0)
    if (!best || weight > best.weight || (weight === best.weight && !rule.enabled))
      best = { weight, enabled: rule.enabled }
  }
  return best?.enabled
}

/** Chats beside the staff groups that a rule names to be told: the chats of single members of staff. */
export const namedChats = (rules: readonly Rule[]): string[] => [
  ...new Set(rules.flatMap((rule) => (rule.enabled && rule.conversationId ? [rule.conversationId] : []))),
]
