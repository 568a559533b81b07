import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { LineBotClient, middleware, type webhook } from '@line/bot-sdk'

// LINE's own echo sample with its SDK's middleware and client; express is not among our packages, so node:http carries it (which favours the
// sample). ECHO=1 answers each message through the SDK's client before the 200, as the sample does.
const verified = middleware({ channelSecret: process.env['LINE_SECRET'] ?? '' })
const client = LineBotClient.fromChannelAccessToken({
  channelAccessToken: 'bench',
  apiBaseURL: process.env['LINE_API_BASE_URL'] ?? 'http://127.0.0.1:9',
})
const echoes = process.env['ECHO'] === '1'

async function echo(event: webhook.Event): Promise<unknown> {
  if (event.type !== 'message' || event.message.type !== 'text' || !event.replyToken) return null
  if (!echoes) return null
  return client.replyMessage({ replyToken: event.replyToken, messages: [{ type: 'text', text: event.message.text }] })
}

createServer((incoming: IncomingMessage, response: ServerResponse) => {
  const request = Object.assign(incoming, { body: undefined as unknown })
  const end = (status: number, body: string) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  void verified(request, response, (trouble?: unknown) => {
    if (trouble) return void end(401, '{}')
    const { events } = request.body as webhook.CallbackRequest
    Promise.all(events.map(echo)).then(
      (results) => end(200, JSON.stringify(results)),
      () => end(500, '{}'),
    )
  })
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'))
