import liff from '@line/liff'
import { kept } from './kept.ts'

type Token = { value: string } | 'leaving' | 'failed'

const triedAgain = kept('line-login-again')

/** The raw ID token of LINE; the desk verifies it, we do not read it. */
export async function idToken(liffId: string): Promise<Token> {
  try {
    await start(liffId)
    if (!liff.isLoggedIn()) return login()
    const token = liff.getIDToken()
    return token ? { value: token } : 'failed'
  } catch {
    return 'failed'
  }
}

/** Once a tab: a login that does not help must not become a loop. */
export async function loginAgain(): Promise<'leaving' | 'failed'> {
  if (triedAgain.read()) {
    triedAgain.forget()
    return 'failed'
  }
  triedAgain.write('1')
  liff.logout()
  // Inside LINE there is no login to go to; a fresh start of the page is given a fresh token.
  if (liff.isInClient()) {
    location.reload()
    return 'leaving'
  }
  return login()
}

function login(): 'leaving' {
  liff.login({ redirectUri: location.href })
  return 'leaving'
}

export async function start(liffId: string): Promise<void> {
  if (import.meta.env.DEV && import.meta.env['VITE_LIFF_MOCK']) {
    const { startMocked } = await import('./line-login.mock.ts')
    return startMocked(liffId)
  }
  await liff.init({ liffId })
}
