import { z } from 'zod'
import { Turned } from '../http/problem.ts'
import { loginUnreachable } from './line-login.ts'

const PATIENCE_MS = 5_000
const Answer = z.object({ idToken: z.string() })

/** Swaps a simulator phone's one-time code for the ID token LIFF would have given; it is then verified like any other. */
export async function idTokenFor(simulatorUrl: string, code: string): Promise<string> {
  const answer = await fetch(new URL('/simulator/api/liff-token', simulatorUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw loginUnreachable()
  })
  if (answer.status >= 500) throw loginUnreachable()
  const told = Answer.safeParse(await answer.json().catch(() => undefined))
  if (!answer.ok || !told.success)
    throw new Turned(
      401,
      'demo_code_refused',
      'Code refused',
      'This code is used up or too old. Open the page again from the phone.',
    )
  return told.data.idToken
}
