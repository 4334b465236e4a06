import { INSTANCE_SYNC_LIMITS } from '@accord/shared/protocol'
import type { ReportedPair } from '@accord/shared/schemas'

import type { PairReport, Watcher } from '../tracker.ts'
import { inChunks, type InstanceCalls } from './instance-calls.ts'

/** The instance shows people its pairs, and notices every change of a record that is in one. Answers whether there were any. */
export async function reportPairs({ pairs }: InstanceCalls, watcher: Watcher): Promise<boolean> {
  const reports = await watcher.listReports()
  for (const some of inChunks(reports, INSTANCE_SYNC_LIMITS.pairs)) {
    await pairs({ pairs: some.map(reportedOf), gone: [] })
    await watcher.onReported(some)
  }
  return reports.length > 0
}

const reportedOf = ({ recordId, remoteUrl, cause, lastInAt, lastOutAt, ...report }: PairReport): ReportedPair => ({
  ...report,
  record: recordId,
  remoteUrl: /^https?:\/\/[\x21-\x7e]{1,2040}$/u.test(remoteUrl) ? remoteUrl : '',
  cause: cause.slice(0, 1000),
  lastInAt: lastInAt?.toISOString() ?? null,
  lastOutAt: lastOutAt?.toISOString() ?? null,
})
