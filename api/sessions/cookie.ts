import type { Context } from 'koa'
import { cookieName, isSecure } from '../http/visitor.ts'
import { publicUrl } from '../public-url.ts'

/** Only our own server reads it, and the browser sends it to nobody else's requests but a plain link. */
function set(http: Context, value: string, seconds: number): void {
  const secure = isSecure(publicUrl()) ? '; Secure' : ''
  http.append('set-cookie', `${cookieName(http)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`)
}

export const rememberSession = (http: Context, it: { token: string; seconds: number }): void =>
  set(http, it.token, it.seconds)

export const forgetSession = (http: Context): void => set(http, '', 0)

export const sessionToken = (http: Context): string | undefined => http.cookies.get(cookieName(http))
