import { randomUUID } from 'node:crypto'

import {
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  type SpanContext,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Logger } from 'pino'

import type { OutboundProxy } from '../network/outbound-proxy.ts'
import { TunnelHttpAgent, TunnelHttpsAgent } from '../network/tunnel-agents.ts'
import { NODE_VERSION } from '../config/node-version.ts'
import { currentTraceparent, withTraceparent } from './current-trace.ts'
import type { OpenSpan, SpanStart, Tracing } from './tracing.ts'

export interface OtlpOptions {
  /** The operator's collector, without `/v1/traces`. It is not a peer's: the URL guard does not stand before it. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  /** The way out of this node; undefined: it calls out directly. */
  readonly proxy: OutboundProxy | undefined
  readonly log: Logger
}

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, job: SpanKind.CONSUMER } as const
const SEND_EVERY_MS = 1000
const SEND_WITHIN_MS = 3000

/** Sends spans to a collector by OTLP over HTTP. Only loaded where an endpoint is set. */
export function startOtlpTracing({ endpoint, headers, proxy, log }: OtlpOptions): Tracing {
  reportTo(log)
  const url = `${endpoint.replace(/\/+$/u, '')}/v1/traces`
  const exporter = new OTLPTraceExporter({
    url,
    headers: { ...headers },
    timeoutMillis: SEND_WITHIN_MS,
    ...(proxy && { httpAgentOptions: (protocol: string) => agentThrough(proxy, protocol) }),
  })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'accord-node',
      'service.version': NODE_VERSION,
      // Of this process: it tells the sides of a trace apart, and the replicas.
      'service.instance.id': randomUUID(),
    }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: SEND_EVERY_MS,
        exportTimeoutMillis: SEND_WITHIN_MS,
      }),
    ],
  })
  const tracer = provider.getTracer('accord-node', NODE_VERSION)
  return {
    begin: ({ name, kind, parent = currentTraceparent(), attributes }: SpanStart): OpenSpan => {
      const cause = parseTraceparent(parent)
      const context = cause ? trace.setSpanContext(ROOT_CONTEXT, cause) : ROOT_CONTEXT
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...attributes } }, context)
      const traceparent = formatTraceparent(span.spanContext())
      return {
        traceparent,
        run: (work) => withTraceparent(traceparent, work),
        end: (more = {}, failure) => {
          span.setAttributes(failure === undefined ? { ...more } : { ...more, 'error.type': failure })
          if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
      }
    },
    close: async () => {
      await provider.shutdown().catch((error: unknown) => log.warn({ err: error }, 'the last traces were not sent'))
    },
  }
}

const agentThrough = (proxy: OutboundProxy, protocol: string) => {
  const Agent = protocol === 'https:' ? TunnelHttpsAgent : TunnelHttpAgent
  return new Agent({ keepAlive: true }, { proxy, lookup: undefined })
}

/** A collector that is away costs traces and nothing else; the log says so. */
function reportTo(log: Logger): void {
  const warn = (message: string) => log.warn({ detail: message.slice(0, 300) }, 'traces could not be sent')
  const ignore = () => undefined
  diag.setLogger(
    { error: warn, warn, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  )
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/u

function parseTraceparent(text: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text ?? '') ?? []
  if (traceId === undefined || spanId === undefined) return undefined
  const traceFlags = Number.parseInt(flags ?? '0', 16) & TraceFlags.SAMPLED
  return { traceId, spanId, traceFlags, isRemote: true }
}

const formatTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
