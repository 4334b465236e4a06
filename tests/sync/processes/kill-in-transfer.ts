import { createHash, randomBytes } from 'node:crypto'

import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'
import type { ConnectedProcesses } from './connected-processes.ts'
import { attachFile, openIncident } from './people.ts'

const MIB = 1_048_576
const NAME = 'killed in transfer.bin'
const PATIENTLY = { withinMs: 120_000 }
/** A part that is asked for again after each kill, and no other. */
const PARTS = 4

export interface KilledTransfer {
  /** Parts that the giving node has answered, those of which nobody has learnt included. */
  readonly answered: number
  readonly parts: number
  /** Who was killed, in order. */
  readonly killed: readonly string[]
  readonly sent: string
  /** SHA-256 of each file of that name at the destination. */
  readonly arrived: readonly (string | undefined)[]
  /** Contents that are still at the fetching node. */
  readonly leftThere: number
  /** At the giving one, but for those that stay a minute since the last answer may have been lost. */
  readonly leftHere: number
}

/** A file of several parts goes from A to B; node B is killed when the second is answered, node A when the third is asked for. */
export async function killInTransfer({ acme, globex }: ConnectedProcesses): Promise<KilledTransfer> {
  const summary = 'Sync: killed in transfer |'
  const record = await openIncident(acme, { short_description: summary })
  const theirs = await eventually(
    'Globex has the record',
    async () => (await globex.admin.rows('incident', `short_description=${summary}`))[0]?.['sys_id'],
    PATIENTLY,
  )
  const killed: string[] = []
  let [answered, asked] = [0, 0]
  let revived: Promise<void> = Promise.resolve()
  const die = async (company: typeof acme) => {
    killed.push(company.name)
    await company.node.kill()
    revived = revived.then(() => company.node.start())
  }
  acme.nodeProxy.onStep(async (at, { method, path, answer }) => {
    if (method !== 'GET' || !path.includes('/blobs/')) return
    if (at === 'arrived' && answered >= 2) asked += 1
    if (answer?.status === 206) answered += 1
    if (at === 'answered' && answered === 2 && killed.length === 0) await die(globex)
    // The first that comes after the fetching node is back asks for the second part again.
    if (at === 'arrived' && asked === 2 && killed.length === 1) await die(acme)
  })
  const content = randomBytes((PARTS - 1) * MIB + 7)
  await attachFile(acme, record, NAME, content)
  const files = () => globex.admin.rows('sys_attachment', `table_sys_id=${theirs}^file_name=${NAME}`)
  await eventually('the file is there', async () => (await files()).length > 0 || undefined, PATIENTLY)
  await revived
  const count = async (company: typeof acme, where: string) =>
    Number(
      (await company.rows<{ count: string | number }>(`select count(*) as count from blob where ${where}`))[0]?.count,
    )
  await eventually(
    'the destination is through',
    async () => (await count(globex, "direction = 'in'")) === 0 || undefined,
    PATIENTLY,
  )
  return {
    answered,
    parts: PARTS,
    killed,
    sent: createHash('sha256').update(content).digest('hex'),
    arrived: (await files()).map((row) => row['hash']),
    leftThere: await count(globex, "direction = 'in'"),
    leftHere: await count(acme, `direction = 'out' and touched_at > ${Date.now() - 8 * 60_000}`),
  }
}
