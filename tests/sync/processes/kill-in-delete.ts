import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'
import type { Passing } from '../../../node-bridge/test/faults/network/proxy.ts'
import { OPENED } from '../instance-company.ts'
import { configure, WITH_FILES } from '../synced-companies.ts'
import type { ConnectedProcesses } from './connected-processes.ts'
import { deleteIncident, openIncident } from './people.ts'
import type { ProcessCompany } from './process-company.ts'

const PATIENTLY = { withinMs: 120_000 }

const isApply = ({ path }: Passing) => path.endsWith('/sync/apply')
const isOutcome = ({ path, answer }: Passing) =>
  path.endsWith('/sync/pull') && answer?.body.includes('"outcome"') === true

/** The moments between the plan of a delete and its result, at which the node that has planned it dies. */
const MOMENTS: Readonly<Record<string, (at: string, passing: Passing) => boolean>> = {
  'before its instance has the plan': (at, passing) => at === 'arrived' && isApply(passing),
  'when its instance has the plan': (at, passing) => at === 'answered' && isApply(passing),
  'when its instance has deleted': (at, passing) => at === 'answered' && isOutcome(passing),
}

export interface KilledDelete {
  readonly moment: string
  /** Records of that name that are left at the destination. */
  readonly left: number
  /** State and fault of the pair, at the source and at the destination. */
  readonly pairs: readonly string[]
}

/** The destination's rules delete what was deleted at the source; its node dies in the middle of that, once at each moment. */
export async function killInDelete(both: ConnectedProcesses): Promise<readonly KilledDelete[]> {
  await letGlobexDelete(both)
  const killed: KilledDelete[] = []
  for (const [moment, isReached] of Object.entries(MOMENTS)) killed.push(await killAt(both, moment, isReached))
  both.globex.instanceProxy.onStep(async () => undefined)
  return killed
}

async function letGlobexDelete({ globex, ids }: ConnectedProcesses): Promise<void> {
  const incoming = WITH_FILES.incoming.replace(
    /\}\)\s*$/u,
    '}, {\n  deleted: ({ deleteRecord }) => deleteRecord(),\n})',
  )
  await globex.call('putSyncUser', { roles: ['itil_admin'] })
  await globex.call('allowSyncAccess', {
    tables: OPENED.map((each) =>
      each.table === 'incident' ? { ...each, readFiles: true, writeFiles: true, mayDelete: true } : each,
    ),
  })
  await configure(globex, ids.globex, { ...WITH_FILES, incoming })
}

async function killAt(
  { acme, globex }: ConnectedProcesses,
  moment: string,
  isReached: (at: string, passing: Passing) => boolean,
): Promise<KilledDelete> {
  const summary = `Sync: deleted, killed ${moment} |`
  const record = await openIncident(acme, { short_description: summary })
  const there = () => globex.admin.rows('incident', `short_description=${summary}`)
  await eventually('Globex has the record', async () => (await there()).length > 0 || undefined, PATIENTLY)
  const [named] = await acme.rows<{ pair_id: string }>(`select pair_id from sync_pair where record_id = '${record}'`)
  const rows = () => Promise.all([acme, globex].map((company) => pairOf(company, named?.pair_id)))
  await eventually(
    'both are equal',
    async () => (await rows()).every((row) => row?.status === 'synced') || undefined,
    PATIENTLY,
  )
  let revived: Promise<void> | undefined
  globex.instanceProxy.onStep(async (at, passing) => {
    if (revived || !isReached(at, passing)) return
    const died = globex.node.kill()
    revived = died.then(() => globex.node.start())
    await died
    if (at === 'arrived') throw new Error('The caller died before it called')
  })
  await deleteIncident(acme, record)
  await eventually(
    'the pair is over at both sides',
    async () => (revived && (await rows()).every((row) => row?.state === 'unlinked')) || undefined,
    PATIENTLY,
  )
  await revived
  const pairs = (await rows()).map((row) => `${row?.state} ${row?.fault ?? 'without a fault'}`)
  return { moment, left: (await there()).length, pairs }
}

async function pairOf(company: ProcessCompany, pairId: string | undefined) {
  const [row] = await company.rows<{ state: string; fault: string | null; status: string }>(
    `select state, fault, status from sync_pair where pair_id = '${pairId}'`,
  )
  return row
}
