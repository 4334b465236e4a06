import type { Caller, EngineParts } from '../contracts.ts'
import type { Job, JobCaller, JobTask } from './job.ts'

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

/** Everything that the worker has to know before it asks. */
export function makeJob(parts: EngineParts, task: JobTask, caller: Caller): Job {
  return {
    task,
    caller: jobCaller(parts, caller),
    clockOffsetMs: Math.round(parts.clock.now() - Date.now()),
    instanceName: parts.settings.instanceName,
    baseUrl: parts.settings.baseUrl,
  }
}
