import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import type { Channel } from '../channels/queries.ts'
import type { Clock } from '../clock.ts'
import { Turned } from '../http/problem.ts'
import { saidName } from '../said-name.ts'

const ISSUER = 'https://access.line.me'
const PATIENCE_MS = 5_000

export type LineUser = { userId: string; name: string | undefined }

const wrongToken = (why: string) =>
  new Turned(401, 'id_token_refused', 'ID token refused', `${why} Open the page again from LINE to sign in anew.`)

/** Checks LIFF ID tokens against LINE's published keys (the simulator publishes its own, and is checked the same way). */
export function lineLogin(it: { lineApiBaseUrl: string; clock: Clock }) {
  const keys = createRemoteJWKSet(new URL('/oauth2/v2.1/certs', it.lineApiBaseUrl), {
    timeoutDuration: PATIENCE_MS,
    cooldownDuration: 5_000,
  })

  return async function verify(channel: Channel, idToken: string): Promise<LineUser> {
    if (!channel.loginChannelId) throw wrongToken('This channel has no LINE Login.')
    const { payload } = await jwtVerify(idToken, keys, {
      algorithms: ['ES256'],
      issuer: ISSUER,
      audience: channel.loginChannelId,
      requiredClaims: ['sub', 'exp', 'iat'],
      currentDate: new Date(it.clock()),
    }).catch((trouble: unknown) => {
      throw reason(trouble)
    })
    return userOf(payload)
  }
}

function userOf(payload: JWTPayload): LineUser {
  const { sub, name } = payload
  if (!sub || !/^U[0-9a-f]{32}$/.test(sub)) throw wrongToken('The token names nobody.')
  return { userId: sub, name: saidName(name) }
}

function reason(trouble: unknown): unknown {
  if (trouble instanceof errors.JWTExpired) return wrongToken('The token is too old.')
  if (trouble instanceof errors.JWTClaimValidationFailed) return wrongToken('The token is meant for somebody else.')
  // the keys could not be had: nothing is known about the token
  if (trouble instanceof errors.JWKSTimeout || !(trouble instanceof errors.JOSEError) || isBadAnswer(trouble))
    return loginUnreachable()
  return wrongToken('The token is not one of LINE’s.')
}

const isBadAnswer = (trouble: errors.JOSEError): boolean =>
  trouble.code === 'ERR_JOSE_GENERIC' || trouble instanceof errors.JWKSInvalid

export const loginUnreachable = () =>
  new Turned(
    503,
    'line_login_unreachable',
    'LINE Login does not answer',
    'Signing in is not possible at the moment. Try again soon.',
    {
      'retry-after': '5',
    },
  )
