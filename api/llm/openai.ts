import OpenAI, { APIConnectionTimeoutError, APIError, APIUserAbortError, toFile } from 'openai'
import { zodResponseFormat } from 'openai/helpers/zod'
import {
  type Embedder,
  type Hearer,
  heardIn,
  jsonIn,
  type LanguageModel,
  ModelTrouble,
  type Price,
  type Question,
  troubleOfStatus,
} from './language-model.ts'

export type ModelAccess = {
  apiKey: string
  baseUrl: string | undefined
  model: string
  price: Price
  embedding?: { model: string; price: Price }
  hearing?: { model: string; minutePrice: number }
}

/** OpenAI, and whatever speaks its protocol. */
export function openaiModel(it: ModelAccess): LanguageModel {
  const client = new OpenAI({
    apiKey: it.apiKey,
    ...(it.baseUrl && { baseURL: it.baseUrl }),
    // a customer waits: who is asked next, and for how long, is decided by us
    maxRetries: 0,
    logLevel: 'off',
  })
  return {
    provider: 'openai',
    model: it.model,
    price: it.price,
    async structured(question, signal) {
      const done = await client.chat.completions
        .create(
          {
            model: it.model,
            messages: [
              { role: 'system', content: question.task },
              { role: 'user', content: contentOf(question) },
            ],
            response_format: zodResponseFormat(question.answer, question.name),
            max_completion_tokens: question.mostTokens,
          },
          { signal },
        )
        .catch((trouble: unknown) => {
          throw troubleOf(trouble)
        })
      return answerIn(done)
    },
    ...(it.embedding && { embedder: embedderOf(client, it.embedding) }),
    ...(it.hearing && { hearer: hearerOf(client, it.hearing) }),
  }
}

function contentOf({ data, picture }: Question): OpenAI.Chat.ChatCompletionUserMessageParam['content'] {
  const text = JSON.stringify(data)
  if (!picture) return text
  const url = `data:${picture.contentType};base64,${picture.bytes.toString('base64')}`
  return [
    { type: 'text', text },
    { type: 'image_url', image_url: { url, detail: 'high' } },
  ]
}

const embedderOf = (client: OpenAI, it: { model: string; price: Price }): Embedder => ({
  ...it,
  async vectorsOf(texts, signal) {
    const done = await client.embeddings
      .create({ model: it.model, input: [...texts], encoding_format: 'float' }, { signal })
      .catch((trouble: unknown) => {
        throw troubleOf(trouble)
      })
    const inOrder = done.data.toSorted((one, other) => one.index - other.index)
    return { vectors: inOrder.map((one) => one.embedding), inputTokens: done.usage?.prompt_tokens ?? 0 }
  },
})

const hearerOf = (client: OpenAI, it: { model: string; minutePrice: number }): Hearer => ({
  ...it,
  async wordsIn({ bytes, contentType }, signal) {
    // the server tells the format by the name's ending
    const name = contentType === 'audio/mp4' ? 'voice.m4a' : 'voice.ogg'
    const done: unknown = await client.audio.transcriptions
      .create(
        { model: it.model, file: await toFile(bytes, name, { type: contentType }), response_format: 'json' },
        { signal },
      )
      .catch((trouble: unknown) => {
        throw troubleOf(trouble)
      })
    return heardIn(done)
  },
})

function answerIn(done: OpenAI.Chat.ChatCompletion) {
  const used = { inputTokens: done.usage?.prompt_tokens ?? 0, outputTokens: done.usage?.completion_tokens ?? 0 }
  // a server that only speaks something like the protocol may leave out anything
  const choice = (done.choices as OpenAI.Chat.ChatCompletion['choices'] | undefined)?.[0]
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter') throw new ModelTrouble('refused', used)
  if (choice?.finish_reason === 'length') throw new ModelTrouble('cut_short', used)
  return jsonIn(choice?.message?.content, used)
}

function troubleOf(trouble: unknown): ModelTrouble {
  if (trouble instanceof APIUserAbortError || trouble instanceof APIConnectionTimeoutError)
    return new ModelTrouble('slow')
  if (trouble instanceof APIError && trouble.status !== undefined)
    return new ModelTrouble(troubleOfStatus(trouble.status as number))
  // a body that breaks off or is no JSON at all is the network's or a proxy's doing
  return new ModelTrouble(trouble instanceof SyntaxError ? 'not_json' : 'unreachable')
}
