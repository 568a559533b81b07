import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What becomes of a request for the meaning of texts. */
export type EmbeddingBehaviour =
  | { does: 'means'; of: (text: string) => unknown }
  | { does: 'fails'; status: number }
  | { does: 'sends no JSON' }
  | { does: 'cuts the line' }
  | { does: 'leaves one out' }
  | { does: 'never answers' }

/** A stand-in for the embeddings of OpenAI and Gemini on loopback, which means what it is told to mean. */
export async function anEmbeddingServer(first: EmbeddingBehaviour = { does: 'never answers' }) {
  let now = first
  const seen: { texts: string[]; raw: string }[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const raw = await text(request)
      const isOpenAI = request.url === '/v1/embeddings'
      const body = JSON.parse(raw || '{}') as OpenAIAsked & GeminiAsked
      const texts = isOpenAI ? body.input : body.requests.map((it) => it.content.parts[0]?.text ?? '')
      seen.push({ texts, raw: `${request.url} ${JSON.stringify(request.headers)} ${raw}` })
      const json = (status: number, it: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(it))
      const answer = (vectors: unknown[]) =>
        isOpenAI
          ? json(200, {
              object: 'list',
              // in any order: the index says which is which
              data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).toReversed(),
              usage: { prompt_tokens: 50, total_tokens: 50 },
              extra: 'field',
            })
          : json(200, { embeddings: vectors.map((values) => ({ values })) })
      switch (now.does) {
        case 'means':
          return answer(texts.map(now.of))
        case 'leaves one out':
          return answer(texts.slice(1).map(() => [1, 0]))
        case 'fails':
          return json(now.status, { error: { code: now.status, message: 'a reason', status: 'FAILED' } })
        case 'sends no JSON':
          return response.writeHead(200, { 'content-type': 'application/json' }).end('<html>')
        case 'cuts the line':
          return response.socket?.destroy()
        case 'never answers':
          return undefined
      }
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const price = { input: 1, output: 1 }
  return {
    seen,
    openai: { apiKey: 'sk-of-openai', baseUrl: `${url}/v1`, model: 'small', price, embeddingModel: 'meaning' },
    gemini: { apiKey: 'key-of-gemini', baseUrl: url, model: 'flash', price, embeddingModel: 'meaning' },
    becomes: (it: EmbeddingBehaviour) => {
      now = it
    },
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

type OpenAIAsked = { input: string[] }
type GeminiAsked = { requests: { content: { parts: { text: string }[] } }[] }
