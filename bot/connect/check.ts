import type { z } from 'zod'
import { noteAccount, noteToken } from '../../api/channels/commands/note-account.ts'
import { type ChannelToCheck, channelToCheck } from '../../api/channels/queries/channel-to-check.ts'
import type { Acting, Ctx } from '../../api/context.ts'
import { languageOfActor } from '../../api/staff/queries.ts'
import type { Language } from '../../api/tenants/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { connectCopyIn } from '../copy/connect/copy.ts'
import type { Doors } from '../doors.ts'
import { type Finding, type FindingView, fix, type Looked, look, ok } from './findings.ts'

type Asked = { channelId: string; takeOver: boolean; language?: Language | undefined }

/**
 * Looks at a channel from all sides and says in the admin's language what is right, what to fix and what to look at. The platform is asked
 * between two transactions, never inside one.
 */
export async function checkChannel(
  acting: Acting,
  doors: Doors,
  asked: Asked,
): Promise<{ findings: z.input<typeof FindingView>[]; fit: boolean }> {
  const { it, language, zone } = await acting(async (ctx) => ({
    it: await channelToCheck(ctx, asked.channelId),
    language: asked.language ?? (await languageOfActor(ctx)),
    zone: (await tenantById(ctx.tenantId)).zone,
  }))
  const looked = await lookAtPlatform(doors, it, asked.takeOver)
  const doubled = await acting((ctx) => note(ctx, asked.channelId, looked))
  const findings = [...looked.findings, ...doubled, ...ownFindings(it, language, zone)]
  const words = connectCopyIn(language).findings
  return {
    fit: findings.every((found) => found.state !== 'fix'),
    findings: findings.map(({ code, state, facts }) => ({
      code,
      state,
      message: words[code].message(facts),
      todo: state === 'ok' ? null : (words[code].todo?.(facts) ?? null),
    })),
  }
}

const withoutAsking = {
  off: 'channel_off',
  missing: 'credentials_missing',
  unreadable: 'credentials_unreadable',
} as const

async function lookAtPlatform(doors: Doors, it: ChannelToCheck, takeOver: boolean): Promise<Looked> {
  const { channel, webhookUrl, inGroup } = it
  if (typeof channel === 'string') return { findings: [fix(withoutAsking[channel])] }
  const door = doors[it.kind]
  return (
    door?.look?.({ channel, webhookUrl, takeOver, inGroup }) ?? {
      findings: [look('webhook_look', { wanted: webhookUrl })],
    }
  )
}

async function note(ctx: Ctx, channelId: string, { account, findings }: Looked): Promise<Finding[]> {
  const refused = findings.some((it) => it.code === 'token_refused' || it.code === 'account_refused')
  if (account || refused) await noteToken(ctx, { channelId, state: refused ? 'refused' : 'works' })
  if (!account) return []
  const { sameAs } = await noteAccount(ctx, { channelId, externalId: account.externalId, botName: account.name })
  return sameAs ? [fix('connected_twice', { ...(sameAs.name && { channel: sameAs.name }) })] : []
}

function ownFindings(it: ChannelToCheck, language: Language, zone: string): Finding[] {
  const { recipients, newsIsHeard, lastEventAt, liffComplete } = it
  const at =
    lastEventAt &&
    new Date(lastEventAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return [
    ...(liffComplete ? [] : [fix('liff_incomplete')]),
    recipients > 0
      ? ok('recipients', { count: String(recipients) })
      : newsIsHeard
        ? look('recipients_elsewhere')
        : fix('recipients_none'),
    at ? ok('heard', { at }) : look('not_heard_yet'),
  ]
}
