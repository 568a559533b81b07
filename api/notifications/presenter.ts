import { tagOf } from '../http/changed-meanwhile.ts'
import type { NotificationRule, NotificationTemplate } from './model.ts'
import {
  type Audience,
  newsEventNames,
  newsEvents,
  type NewsView,
  type RuleView,
  type TemplateView,
  variablesOf,
} from './schema.ts'

export function presentTemplate(it: NotificationTemplate): TemplateView {
  const shown = {
    id: it.id,
    event: it.event,
    audience: it.audience,
    channel: it.channelKind,
    language: it.language,
    text: it.text,
    updatedAt: it.updatedAt.toISOString(),
  }
  return { ...shown, etag: tagOf(shown) }
}

/** Every event for everybody who is told of it. */
export const presentNews = (own: NotificationTemplate[]): NewsView[] =>
  newsEventNames.flatMap((event) =>
    newsEvents[event].to.map((audience: Audience) => {
      const { may, must } = variablesOf(event, audience)
      return {
        event,
        audience,
        variables: may.map((name) => ({ name, required: must.includes(name) })),
        own: own.filter((it) => it.event === event && it.audience === audience).map(presentTemplate),
      }
    }),
  )

export function presentRule(it: NotificationRule): RuleView {
  const shown = {
    id: it.id,
    event: it.event,
    audience: it.audience,
    channelId: it.channelId,
    caseTypeId: it.caseTypeId,
    conversationId: it.conversationId,
    enabled: it.enabled,
  }
  return { ...shown, etag: tagOf(shown) }
}
