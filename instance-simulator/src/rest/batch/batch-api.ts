import { STATUS_CODES } from 'node:http'
import { Router, type Request, type Response } from 'express'
import type { RestParts } from '../parts.ts'
import { RestError } from '../rest-error.ts'
import { readBatch, type BatchItem } from './read-batch.ts'

/** Bytes of one item and of one answer, and how long a batch may take; the properties may say less or more. */
const LIMITS = {
  input: { property: 'glide.rest.batch.max.inputSize', bytes: 5 * 1024 * 1024 },
  output: { property: 'glide.rest.batch.max.outputSize', bytes: 10 * 1024 * 1024 },
  durationMs: 30_000,
} as const

const CREDENTIALS = ['authorization', 'cookie', 'x-usertoken'] as const

interface Serviced {
  readonly id: string
  readonly status_code: number
  readonly [field: string]: unknown
}

const limitOf = ({ store }: RestParts, { property, bytes }: { readonly property: string; readonly bytes: number }) =>
  Number(store.property(property)) || bytes

/** The header may ask for less than the instance allows. */
function outputLimit(parts: RestParts, request: Request): number {
  const asked = Number(request.headers['x-batchrequest-max-output-size'])
  const allowed = limitOf(parts, LIMITS.output)
  return asked > 0 ? Math.min(asked, allowed) : allowed
}

/** The headers of the item, those that prove who calls, and the mark of a request within a request. */
function headersFor(parts: RestParts, request: Request, item: BatchItem): Record<string, string> {
  const proof = CREDENTIALS.flatMap((name) => {
    const value = request.headers[name]
    return value === undefined ? [] : [[name, String(value)]]
  })
  return { ...Object.fromEntries(proof), ...item.headers, ...parts.innerRequests.headers() }
}

/** Undefined: the answer is larger than a batch may carry. */
async function service(parts: RestParts, request: Request, item: BatchItem): Promise<Serviced | undefined> {
  const begunAt = performance.now()
  const answer = await fetch(new URL(item.url, parts.settings.baseUrl), {
    method: item.method,
    headers: headersFor(parts, request, item),
    redirect: 'manual',
    ...(item.body === undefined ? {} : { body: new Uint8Array(item.body) }),
  })
  const body = Buffer.from(await answer.arrayBuffer())
  if (body.length > outputLimit(parts, request)) return undefined
  const headers = [...answer.headers].map(([name, value]) => ({ name, value }))
  return {
    id: item.id,
    body: body.toString('base64'),
    status_code: answer.status,
    status_text: STATUS_CODES[answer.status] ?? '',
    execution_time: Math.round(performance.now() - begunAt),
    ...(item.excludeHeaders ? {} : { headers }),
  }
}

async function answerBatch(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { id, items } = readBatch(request.body)
  const begunAt = performance.now()
  const serviced: Serviced[] = []
  let next = 0
  for (; next < items.length; next += 1) {
    const item = items[next]
    const isOver = performance.now() - begunAt > LIMITS.durationMs
    if (!item || isOver || (item.body?.length ?? 0) > limitOf(parts, LIMITS.input)) break
    const done = await service(parts, request, item)
    if (!done) break
    serviced.push(done)
  }
  response.json({
    batch_request_id: id,
    serviced_requests: serviced,
    unserviced_requests: items.slice(next).map((item) => item.id),
  })
}

/** Batch API: several requests in one, one after the other, each with its own rights and answer. */
export function createBatchApi(parts: RestParts): Router {
  const router = Router()
  for (const path of ['/api/now/batch', '/api/now/v1/batch', '/api/now/v2/batch']) {
    router.post(path, async (request, response) => {
      if (parts.innerRequests.isInner(request))
        throw new RestError('invalidParameter', { detail: 'A batch within a batch is not supported' })
      await answerBatch(parts, request, response)
    })
  }
  return router
}
