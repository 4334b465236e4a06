/** Words of the protocol, ids and numbers. Never a name, an address, a code or a token: traces leave the house. */
export type SpanAttributes = Readonly<Record<string, string | number>>

export interface SpanStart {
  readonly name: string
  /** `server` answers a call, `client` makes one, `job` is work of a serial queue. */
  readonly kind: 'server' | 'client' | 'job'
  /** W3C `traceparent` of who caused it; the span that is open here when absent. What is malformed is ignored. */
  readonly parent?: string | undefined
  readonly attributes: SpanAttributes
}

export interface OpenSpan {
  /** To send along, so that the other side's span becomes a child of this one. */
  readonly traceparent: string
  /** What `work` begins, also later and in transactions, is caused by this span. */
  run<T>(work: () => T): T
  /** `failure`: a code of the catalogue, or a word. */
  end(attributes?: SpanAttributes, failure?: string): void
}

/** Where spans are made. The parts take `Tracing | undefined`: while it is off nothing is loaded and nothing is asked. */
export interface Tracing {
  begin(start: SpanStart): OpenSpan
  /** Sends what waits, for a few seconds at most. */
  close(): Promise<void>
}
