export type Detail = { message: string; property: string }

export type Answer = {
  status: number
  body?: unknown
  headers?: Record<string, string>
  bytes?: { type: string; content: Buffer }
}

export const ok = (body: unknown = {}): Answer => ({ status: 200, body })

export const refused = (status: number, message: string, details: Detail[] = []): Answer => ({
  status,
  body: details.length > 0 ? { message, details } : { message },
})

export const badBody = (details: Detail[]): Answer =>
  refused(400, `The request body has ${details.length} error(s)`, details)
