import type { Caller, EngineParts } from '../contracts.ts'
import type { Job, JobCaller, JobTask } from './job.ts'
import { POLICIES, POLICY_RULES } from './policy-book.ts'
import type { WorkerJob } from './worker/transaction-worker.ts'

function jobCaller({ store }: EngineParts, caller: Caller): JobCaller {
  const user = store.findTable('sys_user') ? store.find('sys_user', caller.userSysId) : undefined
  const fullName = `${user?.['first_name'] ?? ''} ${user?.['last_name'] ?? ''}`.trim()
  return {
    kind: caller.kind,
    userSysId: caller.userSysId,
    userName: caller.userName,
    displayName: user?.['name'] || fullName || caller.userName,
    email: user?.['email'] ?? '',
    roles: [...caller.roles],
    sessionId: caller.sessionId ?? '',
    ...store.viewerOf(caller),
  }
}

/** The records that say what scripts there are and when they run. */
const SCRIPTED = ['sys_script', POLICIES, POLICY_RULES, 'sys_module', 'sys_script_include', 'sys_scope', 'sys_app']

/** What a thread remembers of tables, rules and scripts is the same as long as this is. */
const tablesRevisionOf = ({ store }: EngineParts): string =>
  [store.schemaRevision, ...SCRIPTED.map((table) => store.revision(table))].join('.')

/** Everything that the worker has to know before it asks. */
export function workerJob(parts: EngineParts, task: JobTask, caller: Caller): WorkerJob {
  const job: Job = {
    task,
    caller: jobCaller(parts, caller),
    clockOffsetMs: Math.round(parts.clock.now() - Date.now()),
    instanceName: parts.settings.instanceName,
    baseUrl: parts.settings.baseUrl,
  }
  return { job: JSON.stringify(job), tablesRevision: tablesRevisionOf(parts) }
}
