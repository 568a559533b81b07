import { createHmac } from 'node:crypto'

/** Twilio's signature of a form: the whole URL as it was given, then every parameter by name, names and values run together. */
export function signatureOf(authToken: string, url: string, form: Record<string, string>): string {
  const words = Object.keys(form)
    .toSorted()
    .map((name) => `${name}${form[name]}`)
  return createHmac('sha1', authToken)
    .update(url + words.join(''))
    .digest('base64')
}
