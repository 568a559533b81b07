import liff from '@line/liff'
import { type ExtendedInit, LiffMockPlugin } from '@line/liff-mock'

/** A LINE that is not there, for working on a page (VITE_LIFF_MOCK=1); never part of a build. */
export async function startMocked(liffId: string): Promise<void> {
  liff.use(new LiffMockPlugin())
  const init: ExtendedInit = liff.init
  await init({ liffId, mock: true })
  liff.login()
}
