import { systemCaller } from '../access/system-callers.ts'
import type { RecordStore, Row } from '../contracts.ts'

/** Progress states as the CI/CD API counts them. */
export const TRACKER_STATUS = { pending: '0', running: '1', successful: '2', failed: '3', cancelled: '4' } as const

export interface TrackerOutcome {
  readonly status: keyof typeof TRACKER_STATUS
  readonly message: string
  readonly percent: number
}

/** What the installer asks about each second. Lives in sys_execution_tracker, so it outlasts the request that made it. */
export function startTracker(store: RecordStore, name: string): string {
  const row = store.insert(
    'sys_execution_tracker',
    { name, state: TRACKER_STATUS.running, percent_complete: '0' },
    systemCaller,
  )
  return row['sys_id'] ?? ''
}

export function finishTracker(store: RecordStore, sysId: string, outcome: TrackerOutcome): void {
  const changes = {
    state: TRACKER_STATUS[outcome.status],
    message: outcome.message,
    percent_complete: String(outcome.percent),
  }
  store.update('sys_execution_tracker', sysId, changes, systemCaller)
}

const labels: Readonly<Record<string, string>> = {
  0: 'Pending',
  1: 'Running',
  2: 'Successful',
  3: 'Failed',
  4: 'Cancelled',
}

export function describeTracker(row: Row, baseUrl: string) {
  const id = row['sys_id'] ?? ''
  return {
    links: { progress: { id, url: `${baseUrl}/api/sn_cicd/progress/${id}` } },
    status: row['state'] ?? '0',
    status_label: labels[row['state'] ?? '0'],
    status_message: row['message'] ?? '',
    status_detail: row['detail_message'] ?? '',
    error: row['state'] === TRACKER_STATUS.failed ? (row['message'] ?? '') : '',
    percent_complete: Number(row['percent_complete'] || 0),
  }
}
