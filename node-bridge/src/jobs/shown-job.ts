import type { StuckJob } from '@accord/shared/schemas'

import type { StuckJobRow } from '../store/jobs/stuck-jobs.ts'

/** A failure of a handler is `code: what happened`; what a handler threw has no code. */
const CODED = /^([a-z]+(?:_[a-z]+)*): (.*)$/su

export function shownJob(row: StuckJobRow): StuckJob {
  const [, code, detail] = CODED.exec(row.lastError) ?? []
  return {
    id: row.id,
    queue: row.queue,
    key: row.key,
    state: row.state,
    connection: row.connectionId === null ? null : { id: row.connectionId, name: row.connectionName ?? '' },
    attempts: row.attempts,
    code: code ?? null,
    lastError: detail ?? row.lastError,
    since: row.since.toISOString(),
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
  }
}
