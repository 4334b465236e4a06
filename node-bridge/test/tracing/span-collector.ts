import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { z } from 'zod'

import { readBody } from '../faults/network/upstream.ts'

const Value = z.object({ stringValue: z.string().optional(), intValue: z.union([z.string(), z.number()]).optional() })
const Attributes = z.array(z.object({ key: z.string(), value: Value })).default([])
const Span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: Attributes,
})
const Export = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) })),
    }),
  ),
})

export interface CollectedSpan extends z.infer<typeof Span> {
  /** `service.instance.id` of the process that made it. */
  readonly process: string
}

/** A collector as an operator runs one: takes OTLP over HTTP on a loopback port. */
export interface SpanCollector {
  readonly url: string
  readonly spans: readonly CollectedSpan[]
  /** Everything that was sent, as it came. */
  text(): string
  close(): Promise<void>
}

export async function startSpanCollector(): Promise<SpanCollector> {
  const spans: CollectedSpan[] = []
  const texts: string[] = []
  const take = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = (await readBody(message)).toString()
    texts.push(text)
    if (message.url === '/v1/traces') spans.push(...spansOf(JSON.parse(text)))
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }
  const server = createServer((message, response) => {
    take(message, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    text: () => texts.join('\n'),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const spansOf = (json: unknown): CollectedSpan[] =>
  Export.parse(json).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const process = resource.attributes.find(({ key }) => key === 'service.instance.id')?.value.stringValue ?? ''
    return scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, process })))
  })
