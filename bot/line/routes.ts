import { readBody } from '../../api/http/body.ts'
import { type Endpoint, endpoint } from '../../api/http/endpoint.ts'
import { takeLineWebhook, type OnStored } from './webhook.ts'

/** LINE's webhook; what it answers with is only a status. */
export const lineRoutes = (onStored: OnStored): Endpoint[] => [
  endpoint('POST /webhooks/line/:channelKey', {
    summary: 'LINE delivers events here, signed',
    description:
      'Verify, store, answer: 200 once every event is durable; 401 for a wrong or missing signature, 404 for an unknown channel.',
    tag: 'webhooks',
    access: 'public',
    also: {
      400: 'Signed, but not JSON, or nested too deep to be kept',
      401: 'The signature is missing or wrong',
      404: 'No such channel',
      413: 'Over 1 MB',
    },
    raw: async (http) => {
      const raw = await readBody(http.req)
      const status = await takeLineWebhook(
        String(http['params']['channelKey']),
        raw,
        http.get('x-line-signature'),
        onStored,
      )
      if (status !== 200) http.throw(status)
      http.status = 200
      http.body = ''
    },
  }),
]
