import type { AuditVerdict, Finding, NodeStatus, StuckJobList } from '@accord/shared/schemas'

const TOLERANCE_MS = 5000

/** Compares the clocks of this machine and of the node; a third clock shows which of the two is wrong. */
export function checkClock({ time }: NodeStatus, now: Date): Finding {
  const differenceMs = Math.abs(new Date(time).getTime() - now.getTime())
  const detail = `The clocks of the node and of this machine differ by ${(differenceMs / 1000).toFixed(1)} s.`
  return differenceMs <= TOLERANCE_MS
    ? { code: 'clock', state: 'ok', detail, remedy: null }
    : { code: 'clock', state: 'warning', detail, remedy: 'Synchronise the clock that is wrong.' }
}

export interface Readiness {
  readonly ready: boolean
  readonly checks: Readonly<Record<string, boolean>>
  readonly reason?: string | undefined
}

export function checkReadiness({ ready, checks, reason }: Readiness): Finding {
  if (ready)
    return {
      code: 'ready',
      state: 'ok',
      detail: 'The database takes what is written, and the background work runs.',
      remedy: null,
    }
  const broken = Object.keys(checks).filter((part) => !checks[part])
  const detail = `Not ready: ${broken.join(', ')}.${reason === undefined ? '' : ` ${reason}.`}`
  return {
    code: 'ready',
    state: 'failed',
    detail,
    remedy: 'The log of the node says more; docs/operations.md lists causes.',
  }
}

export function checkJobs({ jobs, dead, retrying }: StuckJobList): Finding {
  const [oldest] = jobs
  if (!oldest) return { code: 'dead_jobs', state: 'ok', detail: 'No work was given up or keeps failing.', remedy: null }
  const detail = `${dead} jobs were given up, ${retrying} keep failing; the oldest: ${oldest.queue}, ${oldest.lastError}`
  return { code: 'dead_jobs', state: 'warning', detail, remedy: 'Remedy the cause, then: accord jobs --rerun <id>' }
}

export function checkAudit({ intact, entries, broken }: AuditVerdict): Finding {
  if (intact) return { code: 'audit', state: 'ok', detail: `The audit log is whole: ${entries} entries.`, remedy: null }
  const detail = `The audit log is broken at entry ${broken?.seq}: ${broken?.why}`
  return {
    code: 'audit',
    state: 'failed',
    detail,
    remedy:
      'Somebody has changed the database. Keep a copy of it and compare it with a backup; docs/operations.md (Audit log) says how the log goes on: accord audit resume.',
  }
}
