import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { ModelProvider } from '../../api/llm/language-model.ts'

/** One request as the stand-in saw it. */
export type SeenRequest = {
  provider: ModelProvider
  key: string | undefined
  /** everything that left the desk: address, headers and body */
  raw: string
  task: string
  /** the bytes that came with it, in base64 */
  picture?: { contentType: string; base64: string }
  /** a voice note, and under which name its bytes came */
  recording?: { contentType: string; base64: string; name?: string; model: string }
  data: {
    message: string
    today: string
    waiting?: { label: string; asked: string }
    examples: { message: string; intent: string; label: string | null }[]
  }
  schema: Record<string, unknown>
}

/** What the model does when it is asked. */
export type Behaviour =
  | { does: 'answers'; json: unknown }
  | { does: 'says'; text: string }
  | { does: 'refuses' }
  | { does: 'is cut short' }
  | { does: 'says nothing' }
  | { does: 'sends no JSON' }
  | { does: 'fails'; status: number }
  | { does: 'cuts the line' }
  | { does: 'cuts the line in the middle' }
  | { does: 'never answers' }

export type Model = (asked: SeenRequest) => Behaviour

const USED = { input: 900, output: 60 }

/**
 * A stand-in for OpenAI and Gemini on loopback: both protocols on one port, for one model that does what it is told, also all that models and
 * networks should not do.
 */
export async function aModelServer(model: Model = () => ({ does: 'never answers' })) {
  let now = model
  const seen: SeenRequest[] = []
  const waiting: { response: ServerResponse; asked: SeenRequest }[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const asked = await read(request, await buffer(request))
      if (!asked) return response.writeHead(404).end('{}')
      seen.push(asked)
      return behave(response, asked, now(asked))
    })()
  })
  const behave = (response: ServerResponse, asked: SeenRequest, it: Behaviour) => {
    const { provider } = asked
    const send = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    switch (it.does) {
      case 'fails':
        return send(it.status, JSON.stringify({ error: { code: it.status, message: 'a reason', status: 'FAILED' } }))
      case 'never answers':
        return waiting.push({ response, asked })
      case 'cuts the line':
        return response.socket?.destroy()
      case 'cuts the line in the middle': {
        const whole = asked.recording
          ? wordsIn(provider, { does: 'says', text: 'half of what was said' })
          : bodyOf(provider, { does: 'says', text: '{"intent"' })
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(whole.length) })
        return response.write(whole.slice(0, 40), () => response.socket?.destroy())
      }
      case 'sends no JSON':
        return send(200, '<html>a proxy’s page</html>')
      default:
        return send(200, asked.recording ? wordsIn(provider, it) : bodyOf(provider, it))
    }
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    seen,
    /** what the settings of a desk need, to speak to it */
    openai: { apiKey: 'sk-of-openai', baseUrl: `${url}/v1`, model: 'small', price: { input: 0.4, output: 1.6 } },
    gemini: { apiKey: 'key-of-gemini', baseUrl: url, model: 'flash', price: { input: 0.1, output: 0.4 } },
    /** From now on it does this. */
    becomes: (other: Model | Behaviour) => {
      now = typeof other === 'function' ? other : () => other
    },
    /** Whoever waits is answered after all. */
    release(it: Behaviour) {
      for (const { response, asked } of waiting.splice(0)) behave(response, asked, it)
    },
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
export type ModelServer = Awaited<ReturnType<typeof aModelServer>>

async function read(request: IncomingMessage, bytes: Buffer): Promise<SeenRequest | undefined> {
  if (request.method === 'POST' && request.url === '/v1/audio/transcriptions') return readRecording(request, bytes)
  const body = bytes.toString()
  const raw = `${request.url}\n${JSON.stringify(request.headers)}\n${body}`
  if (request.method !== 'POST') return undefined
  if (request.url === '/v1/chat/completions') {
    const it = JSON.parse(body) as OpenAIRequest
    const task = it.messages[0]?.content
    return {
      provider: 'openai',
      key: request.headers.authorization?.replace('Bearer ', ''),
      raw,
      task: typeof task === 'string' ? task : '',
      ...ofOpenAI(it.messages[1]?.content ?? '{}'),
      schema: it.response_format.json_schema.schema,
    }
  }
  if (/^\/v1beta\/models\/[\w.-]+:generateContent$/.test(request.url ?? '')) {
    const it = JSON.parse(body) as GeminiRequest
    const inline = it.contents[0]?.parts[1]?.inlineData
    const alone = it.contents[0]?.parts[0]?.inlineData
    const sound = alone && {
      contentType: alone.mimeType,
      base64: alone.data,
      model: request.url?.split(/[/:]/)[3] ?? '',
    }
    return {
      provider: 'gemini',
      key: String(request.headers['x-goog-api-key']),
      raw,
      task: it.systemInstruction.parts[0]?.text ?? '',
      data: JSON.parse(it.contents[0]?.parts[0]?.text ?? '{}') as SeenRequest['data'],
      ...(sound && { recording: sound }),
      ...(inline && { picture: { contentType: inline.mimeType, base64: inline.data } }),
      schema: it.generationConfig.responseSchema,
    }
  }
  return undefined
}

/** The protocol of OpenAI: a form with a file in it, whose name says what form the sound has. */
async function readRecording(request: IncomingMessage, bytes: Buffer): Promise<SeenRequest | undefined> {
  const headers = { 'content-type': String(request.headers['content-type']) }
  const form = await new Response(new Uint8Array(bytes), { headers }).formData()
  const [file, model] = [form.get('file'), form.get('model')]
  if (!(file instanceof File) || !/\.(?:flac|m4a|mp3|mp4|mpeg|mpga|oga|ogg|wav|webm)$/.test(file.name)) return undefined
  return {
    provider: 'openai',
    key: request.headers.authorization?.replace('Bearer ', ''),
    raw: `${request.url}\n${JSON.stringify(request.headers)}\n${bytes.toString('latin1')}`,
    task: '',
    data: { message: '', today: '', examples: [] },
    recording: {
      contentType: file.type,
      base64: Buffer.from(await file.arrayBuffer()).toString('base64'),
      name: file.name,
      model: typeof model === 'string' ? model : '',
    },
    schema: {},
  }
}

function ofOpenAI(content: OpenAIContent): Pick<SeenRequest, 'data' | 'picture'> {
  const [first, second] = typeof content === 'string' ? [{ text: content }] : content
  const [, contentType = '', base64 = ''] = /^data:([^;]+);base64,(.*)$/.exec(second?.image_url?.url ?? '') ?? []
  return {
    data: JSON.parse(first?.text ?? '{}') as SeenRequest['data'],
    ...(base64 && { picture: { contentType, base64 } }),
  }
}

type OpenAIContent = string | { text?: string; image_url?: { url: string } }[]
type OpenAIRequest = {
  messages: { role: string; content: OpenAIContent }[]
  response_format: { json_schema: { schema: Record<string, unknown>; strict: boolean } }
}
type GeminiRequest = {
  systemInstruction: { parts: { text: string }[] }
  contents: { parts: { text: string; inlineData?: { mimeType: string; data: string } }[] }[]
  generationConfig: { responseSchema: Record<string, unknown> }
}

/** What was heard, in each protocol. A model that hears refuses nothing; one that is cut short breaks off. */
function wordsIn(provider: ModelProvider, it: Behaviour): string {
  const words = it.does === 'says' ? it.text : ''
  if (provider === 'gemini')
    return bodyOf('gemini', it.does === 'says' ? { does: 'says', text: JSON.stringify({ text: words }) } : it)
  const whole = JSON.stringify(
    it.does === 'answers' ? it.json : { text: words, usage: { type: 'duration', seconds: 3 } },
  )
  return it.does === 'is cut short' ? whole.slice(0, whole.length / 2) : whole
}

function bodyOf(provider: ModelProvider, it: Behaviour): string {
  const said = it.does === 'answers' ? JSON.stringify(it.json) : it.does === 'says' ? it.text : ''
  const [refuses, short, silent] = [it.does === 'refuses', it.does === 'is cut short', it.does === 'says nothing']
  if (provider === 'openai') {
    const message = {
      role: 'assistant',
      content: refuses || silent ? null : said,
      refusal: refuses ? 'I cannot.' : null,
    }
    return JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: 'small',
      choices: [{ index: 0, message, finish_reason: short ? 'length' : 'stop', logprobs: null }],
      usage: {
        prompt_tokens: USED.input,
        completion_tokens: USED.output,
        total_tokens: USED.input + USED.output,
      },
    })
  }
  const candidate = {
    index: 0,
    ...(!refuses && !silent && { content: { role: 'model', parts: [{ text: short ? '{"intent":' : said }] } }),
    finishReason: refuses ? 'SAFETY' : short ? 'MAX_TOKENS' : 'STOP',
  }
  return JSON.stringify({
    candidates: [candidate],
    usageMetadata: {
      promptTokenCount: USED.input,
      candidatesTokenCount: USED.output,
      totalTokenCount: USED.input + USED.output,
    },
  })
}
