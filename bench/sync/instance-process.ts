/**
 * A simulated instance with the built package, whose background begins without delay. Its people are the bench: they change records
 * by what it is sent, and it tells of each incident that was written.
 */
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import type { Caller, JournalWriting, Row } from '../../instance-simulator/src/contracts.ts'
import { createInstance } from '../../instance-simulator/src/instance.ts'

export interface PersonActs {
  readonly acting: number
  /** Absent: a new record. */
  readonly id?: string
  readonly values: Row
}
export interface PersonActed {
  readonly acted: number
  readonly id: string
}
export interface IncidentWritten {
  readonly summary: string
  readonly description: string
}

const [name = '', zip = ''] = process.argv.slice(2)
const instance = await createInstance({ name, port: 0, schedulerDelayMs: 0 })
await instance.installPackage(zip)

const { store, engine } = instance
const tell = (table: string, row: Row | undefined) => {
  if (table !== 'incident' || !row) return
  const { short_description: summary = '', description = '' } = row
  process.send?.({ written: { summary, description } satisfies IncidentWritten })
}
const [insert, update] = [store.insert.bind(store), store.update.bind(store)]
Object.assign(store, {
  insert: (table: string, values: Row, caller: Caller, journal?: JournalWriting) => {
    const row = insert(table, values, caller, journal)
    tell(table, row)
    return row
  },
  update: (table: string, sysId: string, changes: Row, caller: Caller, journal?: JournalWriting) => {
    const row = update(table, sysId, changes, caller, journal)
    tell(table, row)
    return row
  },
})

async function act({ acting, id, values }: PersonActs): Promise<void> {
  const row = await engine.mutate(id === undefined ? 'insert' : 'update', 'incident', id, values, systemCaller)
  process.send?.({ acted: acting, id: row['sys_id'] ?? '' } satisfies PersonActed)
}

process.on('message', (message: unknown) => {
  if (typeof message === 'object' && message !== null && 'acting' in message) void act(message as PersonActs)
})
process.once('SIGTERM', () => void instance.close().then(() => process.exit(0)))
process.send?.({ url: instance.baseUrl })
