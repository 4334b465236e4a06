import { scopeOf } from '../metadata.ts'
import { text, type HostOperation } from './questions.ts'

export const EVENT_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  /** gs.eventQueue: a row now, its script actions later. */
  'event.queue': ({ parts, caller, queueEvent }, question) => {
    const said = ['name', 'table', 'instance', 'parm1', 'parm2', 'queue'].map((field) => [field, text(question, field)])
    const user = { user_id: caller.userSysId, user_name: caller.userName }
    queueEvent(parts.store.insert('sysevent', { ...Object.fromEntries(said), ...user, state: 'ready' }, caller))
    return null
  },
  /** An application may start its own jobs only. */
  'job.executeNow': ({ parts: { store }, executeNow }, question) => {
    const job = store.find('sysauto_script', text(question, 'sysId'))
    const scope = text(question, 'scope')
    if (!job || (scope !== 'global' && scopeOf(store, job) !== scope)) return false
    executeNow(job)
    return true
  },
}
