import { initiate, untilState } from '../../node-bridge/test/stories/company.ts'
import {
  configureSync,
  script,
  startSyncCompany,
  type SyncCompany,
} from '../../node-bridge/test/stories/sync-company.ts'
import { type InstanceProcess, startInstanceProcess } from './instance-process.ts'

/** The sync access of Globex opens no impact to be read. */
const INCOMING = script('incoming').replace("if (changed('priority')) entity.impact = replica.priority\n", '')
const OUTGOING = script('outgoing').replace('replica.priority = entity.impact.label\n', '')

/** Acme, whose tracker is in the memory of the test, connected with Globex, whose node is a process and whose instance has the package. */
export interface MemoryAndInstance {
  readonly acme: SyncCompany
  readonly globex: InstanceProcess
  /** Of the connection, at each side. */
  readonly acmeId: string
  readonly globexId: string
  close(): Promise<void>
}

export interface Databases {
  readonly acme?: string | undefined
  readonly globex?: string | undefined
}

/** Records go from Acme to Globex; none of Globex's own begins a pair. `replicas`: of Globex. */
export async function connectMemoryAndInstance(databases: Databases, replicas = 1): Promise<MemoryAndInstance> {
  const acme = await startSyncCompany('Acme', databases.acme)
  const globex = await startInstanceProcess('Globex', databases.globex, replicas)
  const { connection, code } = await initiate(acme)
  const accepted = (await globex.call('acceptInvitation', { text: code }))['connection'] as { id: string }
  await untilState(acme, connection.id, 'active')
  await configureSync(acme, connection.id)
  const published = await globex.call(
    'publishSync',
    {
      table: 'incident',
      outgoing: OUTGOING,
      incoming: INCOMING,
      trigger: { query: 'short_descriptionSTARTSWITHNobody', isActive: true },
      basedOn: { outgoing: 0, incoming: 0 },
    },
    accepted.id,
  )
  const faults = published['faults'] as readonly object[]
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return {
    acme,
    globex,
    acmeId: connection.id,
    globexId: accepted.id,
    close: async () => void (await Promise.all([acme.close(), globex.close()])),
  }
}
