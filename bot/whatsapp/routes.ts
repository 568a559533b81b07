import type { Context } from 'koa'
import { readBody } from '../../api/http/body.ts'
import { type Endpoint, endpoint } from '../../api/http/endpoint.ts'
import { uuidPattern } from '../../api/ids.ts'
import { type OnUndelivered, takeStatus } from './status.ts'
import { type OnStored, type Posted, takeWhatsAppWebhook } from './webhook.ts'

const also = { 401: 'The signature is missing or wrong', 404: 'No such channel', 413: 'Over 1 MB' }

/** Twilio's webhooks. Signatures are made over the public address, never over the Host header. */
export const whatsAppRoutes = (publicUrl: string, onStored: OnStored, onUndelivered: OnUndelivered): Endpoint[] => {
  const postedIn = async (http: Context): Promise<Posted> => ({
    channelKey: String(http['params']['channelKey']),
    url: publicUrl + http.path + http.search,
    raw: await readBody(http.req),
    signature: http.get('x-twilio-signature'),
  })
  const answer = (http: Context, status: 204 | 401 | 404) => {
    if (status !== 204) http.throw(status)
    // an answer with words would be sent to the customer
    http.status = 204
  }
  return [
    endpoint('POST /webhooks/whatsapp/:channelKey', {
      summary: 'Twilio delivers WhatsApp messages here, signed',
      description: 'Verify, store, answer: 204 once the message is durable.',
      tag: 'webhooks',
      access: 'public',
      also,
      raw: async (http) => answer(http, await takeWhatsAppWebhook(await postedIn(http), onStored)),
    }),
    endpoint('POST /webhooks/whatsapp/:channelKey/status', {
      summary: 'Twilio says here what became of a message, signed',
      description: 'States only move forward, in whatever order they come; `part` in the query is ours.',
      tag: 'webhooks',
      access: 'public',
      also,
      raw: async (http) => {
        const partId = new URLSearchParams(http.search).get('part') ?? ''
        const posted = await postedIn(http)
        answer(http, uuidPattern.test(partId) ? await takeStatus({ ...posted, partId }, onUndelivered) : 404)
      },
    }),
  ]
}
