import type { RecordStore, Row } from '../contracts.ts'
import type { JobTask } from './job.ts'
import { isOn, scopeOf } from './metadata.ts'

/** What a scheduled script runs, if its condition holds. */
export function taskOfJob(store: RecordStore, job: Row): JobTask {
  const name = `sysauto_script.${job['sys_id'] ?? ''}`
  const script = { name, source: job['script'] ?? '', scope: scopeOf(store, job) }
  const condition = isOn(job['conditional']) ? (job['condition'] ?? '') : ''
  return { kind: 'script', script, ...(condition === '' ? {} : { condition }) }
}
