/** `state`: idle (no job), ready (its head runs from `run_at`), leased (until `lease_until`, to who holds the token). */
export interface SerialQueueTable {
  queue: string
  queue_key: string
  state: string
  last_seq: number
  head_id: string | null
  run_at: number
  lease_token: string | null
  lease_until: number | null
}

export interface JobTable {
  id: string
  queue: string
  queue_key: string
  /** Order inside the serial queue, taken while the serial queue's row is held: it follows the order of commits. */
  seq: number
  state: string
  payload: string
  run_at: number
  attempts: number
  last_error: string | null
  created_at: number
  /** W3C trace context of who enqueued it; null where tracing is off, or where the job waits for a clock. */
  traceparent: string | null
}
