import { createLocalJWKSet, errors, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import type { World } from '../world.ts'
import { type Answer, ok } from './answer.ts'

const ISSUER = 'https://access.line.me'
const CODE_LIFE_MS = 2 * 60_000
const TOKEN_LIFE_S = 3600

export type Login = Awaited<ReturnType<typeof makeLogin>>

/** LINE Login's part: one-time codes for the demo's pages, and ID tokens as LIFF gives them (ES256). */
export async function makeLogin(world: World) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = world.newId()
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] }
  const keys = createLocalJWKSet(jwks)
  const codes = new Map<string, { channelKey: string; userId: string; at: number }>()

  /** Opens a page as this person; works once, for two minutes. */
  function codeFor(channelKey: string, userId: string): string {
    if (!world.person(channelKey, userId)) throw new Error(`Nobody with the id ${userId} uses ${channelKey}`)
    const code = world.randomBytes(24).toString('base64url')
    codes.set(code, { channelKey, userId, at: world.clock() })
    return code
  }

  /** The ID token that this code stands for, or undefined when the code is used up or too old. */
  async function tokenFor(code: string): Promise<string | undefined> {
    const it = codes.get(code)
    codes.delete(code)
    if (!it || world.clock() - it.at >= CODE_LIFE_MS) return undefined
    const channel = world.channel(it.channelKey)
    const now = Math.floor(world.clock() / 1000)
    return new SignJWT({ name: world.nameOf(it.channelKey, it.userId), amr: ['linesso'] })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid })
      .setIssuer(ISSUER)
      .setSubject(it.userId)
      .setAudience(channel.loginChannelId ?? channel.key)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_LIFE_S)
      .sign(privateKey)
  }

  async function verify(form: URLSearchParams): Promise<Answer> {
    try {
      const { payload } = await jwtVerify(form.get('id_token') ?? '', keys, {
        issuer: ISSUER,
        audience: form.get('client_id') ?? '',
        algorithms: ['ES256'],
        currentDate: new Date(world.clock()),
      })
      const userId = form.get('user_id')
      if (userId && userId !== payload.sub) return no('Invalid IdToken Subject Identifier.')
      const nonce = form.get('nonce')
      if (nonce && nonce !== payload.nonce) return no('Invalid IdToken Nonce.')
      return ok(payload)
    } catch (trouble) {
      return no(reason(trouble))
    }
  }

  return { codeFor, tokenFor, verify, jwks }
}

const no = (why: string): Answer => ({ status: 400, body: { error: 'invalid_request', error_description: why } })

function reason(trouble: unknown): string {
  if (trouble instanceof errors.JWTExpired) return 'IdToken expired.'
  if (trouble instanceof errors.JWTClaimValidationFailed && trouble.claim === 'iss') return 'Invalid IdToken Issuer.'
  if (trouble instanceof errors.JWTClaimValidationFailed && trouble.claim === 'aud') return 'Invalid IdToken Audience.'
  return 'Invalid IdToken.'
}
