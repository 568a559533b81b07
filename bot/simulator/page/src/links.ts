/** Where a link leads: into a frame on the phone (a page of the desk), or away from the desk. */
export type Opening = { isInside: boolean; url: string; needsCode: boolean }

type Desk = { deskUrl: string; liffId?: string; page: Location | URL }

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export function openingOf(uri: string, { deskUrl, liffId, page }: Desk): Opening {
  if (!URL.canParse(uri)) return { isInside: false, url: uri, needsCode: false }
  const url = fromLiff(new URL(uri), deskUrl, liffId)
  const desk = new URL(deskUrl)
  const isDesk = url.origin === page.origin || (LOOPBACK.has(url.hostname) && url.port === desk.port)
  if (!isDesk) return { isInside: false, url: url.href, needsCode: false }
  // localhost and 127.0.0.1 are one desk to people, and two to the browser: stay on the one the page is on.
  const origin = page.port === url.port && LOOPBACK.has(page.hostname) ? page.origin : url.origin
  return {
    isInside: true,
    url: origin + url.pathname + url.search + url.hash,
    needsCode: /^\/liff(\/|$)/.test(url.pathname),
  }
}

/** liff.line.me/{liffId}/path leads to the desk's own /liff/path. */
function fromLiff(url: URL, deskUrl: string, liffId: string | undefined): URL {
  const isLiff = url.hostname === 'liff.line.me' || url.hostname === 'miniapp.line.me'
  const [, id = '', path = ''] = /^\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? []
  return isLiff && id === liffId ? new URL(`/liff${path || '/'}${url.search}${url.hash}`, deskUrl) : url
}

/** The phones are one browser with one jar of cookies: the slot keeps the session of whose phone it is. */
export function withCode(url: string, code: string, userId: string): string {
  const opened = new URL(url)
  opened.searchParams.set('slot', userId.slice(1).toLowerCase())
  opened.searchParams.set('code', code)
  return opened.href
}

/** Text in pieces, so that the links in it can be tapped. */
export function piecesOf(text: string): { text: string; isLink: boolean }[] {
  return text
    .split(/(https?:\/\/[^\s<>"、。）)]+)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isLink: /^https?:\/\//.test(piece) }))
}
