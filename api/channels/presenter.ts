import type { Actor } from '../context.ts'
import { publicUrl } from '../public-url.ts'
import { decrypt } from '../secrets.ts'
import { capabilities } from './capabilities.ts'
import { masked } from './credentials.ts'
import type { ChannelRow } from './model.ts'
import { channelPolicy } from './policy.ts'
import type { ChannelKind } from './queries.ts'
import type { ChannelView } from './schema.ts'

/** Where the platform must deliver what people write. */
export const webhookUrlOf = (it: { kind: ChannelKind; key: string }): string | null =>
  it.kind === 'api' ? null : publicUrl(`/webhooks/${it.kind}/${it.key}`)

export function presentChannel(it: ChannelRow, viewer: Actor): ChannelView {
  const [secret, token] = [shown(it.secretEnc), shown(it.tokenEnc)]
  return {
    id: it.id,
    key: it.key,
    kind: it.kind,
    name: it.name,
    active: it.active,
    botName: it.botName,
    sender: it.externalId,
    secret: secret.masked,
    token: token.masked,
    credentials: isUnreadable(it) ? 'unreadable' : secret.masked && token.masked ? 'readable' : 'none',
    liffId: it.liffId,
    loginChannelId: it.loginChannelId,
    webhookUrl: webhookUrlOf(it),
    capabilities: capabilities[it.kind],
    createdAt: it.createdAt.toISOString(),
    can: channelPolicy.actions(viewer, it),
  }
}

/** Encrypted under a key that is gone: the admin must see it to be able to mend it. */
const isUnreadable = (it: Pick<ChannelRow, 'secretEnc' | 'tokenEnc'>): boolean =>
  !shown(it.secretEnc).readable || !shown(it.tokenEnc).readable

function shown(sealed: Buffer | null): { masked: string | null; readable: boolean } {
  try {
    return { masked: sealed && masked(decrypt(sealed)), readable: true }
  } catch {
    return { masked: null, readable: false }
  }
}
