import type { Row } from '../../contracts.ts'
import { parseInstant } from '../../records/calendar.ts'
import { rowsOf, scopeOf } from '../metadata.ts'
import { text, type HostOperation } from './questions.ts'

export const EVENT_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  /** gs.eventQueue: a row now, its script actions later. What an application names and nobody has registered is lost, without an error. */
  'event.queue': ({ parts, caller, queueEvent }, question) => {
    const name = text(question, 'name')
    const isRegistered = rowsOf(parts.store, 'sysevent_register', `event_name=${name}`).length > 0
    if (text(question, 'scope') !== 'global' && !isRegistered) {
      parts.log('warn', `The event ${name} is not registered: it was not queued`)
      return null
    }
    const said = ['name', 'table', 'instance', 'parm1', 'parm2', 'queue'].map((field) => [field, text(question, field)])
    const user = { user_id: caller.userSysId, user_name: caller.userName }
    const at = text(question, 'processOn')
    const values = { ...Object.fromEntries(said), ...user, state: 'ready', process_on: at } as Row
    const event = parts.store.insert('sysevent', values, caller)
    // One that is scheduled waits for its time in the table, where the scheduler finds it.
    if (at === '' || parseInstant(at) <= parts.clock.now()) queueEvent(event)
    return null
  },
  /** An application may start its own jobs only. */
  'job.executeNow': ({ parts: { store }, executeNow }, question) => {
    const job = store.find('sysauto_script', text(question, 'sysId'))
    const scope = text(question, 'scope')
    if (!job || (scope !== 'global' && scopeOf(store, job) !== scope)) return null
    executeNow(job)
    return job['sys_id']
  },
}
