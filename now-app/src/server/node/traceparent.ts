const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/
const SPAN_ID = /^(?!0{16})[0-9a-f]{16}$/

/**
 * The W3C trace context of a request: its id is the trace's, so that a node which is asked to trace joins both companies
 * under the id that the problem on the page shows. Undefined for an id that is no UUID.
 */
export function traceparentOf(requestId: string): string | undefined {
  const traceId = requestId.replace(/-/g, '').toLowerCase()
  const spanId = traceId.slice(16)
  return TRACE_ID.test(traceId) && SPAN_ID.test(spanId) ? `00-${traceId}-${spanId}-01` : undefined
}
