import { LineBotClient, middleware, type webhook } from '@line/bot-sdk'
import express from 'express'

// LINE's own echo sample (examples/echo-bot of its SDK): express, the SDK's middleware and client. ECHO=1 answers each message before the 200, as
// the sample does; without it nothing is replied. It stores nothing.
const app = express()
const client = LineBotClient.fromChannelAccessToken({
  channelAccessToken: 'bench',
  apiBaseURL: process.env['LINE_API_BASE_URL'] ?? 'http://127.0.0.1:9',
})
const echoes = process.env['ECHO'] === '1'

async function echo(event: webhook.Event): Promise<unknown> {
  if (event.type !== 'message' || event.message.type !== 'text' || !event.replyToken || !echoes) return null
  return client.replyMessage({ replyToken: event.replyToken, messages: [{ type: 'text', text: event.message.text }] })
}

app.post(
  '/webhooks/line/:channelKey',
  middleware({ channelSecret: process.env['LINE_SECRET'] ?? '' }),
  (request, response) => {
    const { events } = request.body as webhook.CallbackRequest
    Promise.all(events.map(echo)).then(
      (result) => response.json(result),
      () => response.status(500).end(),
    )
  },
)
app.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'))
