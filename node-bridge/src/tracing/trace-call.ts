import type { Tracing } from './tracing.ts'

export interface TracedCall<Answer> {
  /** `call remote node` or `call instance`. */
  readonly name: string
  readonly method: string
  readonly url: string
  statusOf(answer: Answer): number
}

/** Ids become `{id}`; the address of the other side stays out, and so does any path that is not ours. */
const OUR_PATH = /\/(?:node\/v1\/|api\/|\.well-known\/).*$/u
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/giu
const templateOf = (url: string): string =>
  OUR_PATH.exec(new URL(url).pathname)?.[0].replaceAll(ID, '{id}') ?? 'discovery'

/**
 * Makes a call to the outside in a span of its own; `call` gets the headers that let the other side join the trace. Without
 * tracing there are none.
 */
export async function traceCall<Answer>(
  tracing: Tracing | undefined,
  { name, method, url, statusOf }: TracedCall<Answer>,
  call: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  if (!tracing) return call({})
  const attributes = { 'http.request.method': method, 'url.template': templateOf(url) }
  const span = tracing.begin({ name, kind: 'client', attributes })
  try {
    const answer = await span.run(() => call({ traceparent: span.traceparent }))
    const status = statusOf(answer)
    span.end({ 'http.response.status_code': status }, status >= 400 ? String(status) : undefined)
    return answer
  } catch (error) {
    span.end({}, codeOf(error))
    throw error
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unreachable'
