import { randomUUID } from 'node:crypto'

import type { SyncItem } from '@accord/shared/schemas'

import { isSettled, pairsOf } from '../../node-bridge/test/stories/sync-company.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { type InstanceCompany, startInstanceCompany } from './instance-company.ts'

/** Instances are asked now and then, and a job of the platform writes. */
export const ARRIVAL_MS = 60_000

export const OUTGOING = `import { outgoing } from 'accord'
export default outgoing('incident', ({ entity, replica, comments }) => {
  replica.summary = entity.short_description
  replica.status = entity.state.label
  replica.priority = entity.priority.label
  replica.resolution = entity.close_notes
  replica.comments = comments.visible()
})`
export const INCOMING = `import { incoming, map } from 'accord'
export default incoming('incident', ({ replica, entity, firstSync, changed, commentHelper, syncHelper, connection }) => {
  if (firstSync) syncHelper.syncBackAfterProcessing()
  if (changed('summary')) entity.short_description = replica.summary ?? ''
  if (changed('status')) entity.state = replica.status
  if (changed('resolution') && replica.resolution) {
    entity.close_notes = replica.resolution
    entity.close_code = 'Solved (Permanently)'
  }
  if (changed('priority')) {
    const [impact, urgency] = map(replica.priority?.slice(0, 1), { 1: ['1', '1'], 2: ['1', '2'], 3: ['2', '2'], 4: ['2', '3'] }, ['3', '3'])
    entity.impact = impact
    entity.urgency = urgency
  }
  commentHelper.mergeComments({ format: ({ author, body }) => \`\${author.name} (\${connection.remote}): \${body}\` })
})`

/** Scripts that carry files as well, and take away what was taken away. */
export const WITH_FILES = {
  outgoing: OUTGOING.replace('comments }', 'comments, attachments }').replace(
    'replica.comments =',
    'replica.attachments = attachments.all()\n  replica.comments =',
  ),
  incoming: INCOMING.replace('commentHelper,', 'commentHelper, attachmentHelper,').replace(
    '  commentHelper.merge',
    '  attachmentHelper.mergeAttachments(() => true, { remove: true })\n  commentHelper.merge',
  ),
}

/** Two companies with instances, an active connection and, once both are configured, records that begin with `Sync`. */
export interface SyncedCompanies {
  readonly acme: InstanceCompany
  readonly globex: InstanceCompany
  readonly ids: { readonly acme: string; readonly globex: string }
  /** `pairs`: how many each side has by then. */
  settled(pairs: number): Promise<true>
  close(): Promise<void>
}

export async function connectCompanies(settings: Readonly<Record<string, string>> = {}): Promise<SyncedCompanies> {
  const acme = await startInstanceCompany('Acme', settings)
  const globex = await startInstanceCompany('Globex', settings)
  const names = { localShortName: 'Acme', remoteShortName: 'Globex', name: 'Acme_to_Globex', description: '' }
  const issued = await acme.call('initiateConnection', {
    requestId: randomUUID(),
    destinationUrl: null,
    mode: 'script',
    ...names,
  })
  const accepted = await globex.call('acceptInvitation', { text: issued['code'] })
  const idOf = (answer: Record<string, unknown>) => (answer['connection'] as { id: string }).id
  const ids = { acme: idOf(issued), globex: idOf(accepted) }
  const { db } = acme.bridge.services.context.database
  await until('both are active', async () => {
    const row = await db.selectFrom('connection').select('state').where('id', '=', ids.acme).executeTakeFirst()
    return row?.state === 'active'
  })
  return {
    acme,
    globex,
    ids,
    settled: (count) =>
      until('both are settled', async () => {
        const pairs = [...(await pairsOf(acme, ids.acme)), ...(await pairsOf(globex, ids.globex))]
        return pairs.length === 2 * count && pairs.every(isSettled)
      }),
    close: async () => void (await Promise.all([acme.close(), globex.close()])),
  }
}

export interface Configured {
  readonly outgoing?: string
  readonly incoming?: string
  readonly isActive?: boolean
  readonly history?: 'all' | 'visible' | 'none'
}

/** As an admin does it on the page, over what is published. */
export async function configure(
  { call }: Pick<InstanceCompany, 'call'>,
  connectionId: string,
  { isActive = true, history = 'visible', ...scripts }: Configured = {},
): Promise<void> {
  const known = await call('readSyncConfiguration', undefined, connectionId)
  const versionOf = (rules: unknown) => (rules as { version: number } | null)?.version ?? 0
  const published = await call(
    'publishSync',
    {
      table: 'incident',
      outgoing: OUTGOING,
      incoming: INCOMING,
      ...scripts,
      trigger: { query: 'active=true^short_descriptionSTARTSWITHSync', isActive, history },
      basedOn: { outgoing: versionOf(known['outgoing']), incoming: versionOf(known['incoming']) },
    },
    connectionId,
  )
  if ((published['faults'] as object[]).length > 0) throw new Error(JSON.stringify(published['faults']))
}

export const until = (what: string, condition: () => Promise<boolean>) =>
  eventually(what, async () => ((await condition()) ? true : undefined), { withinMs: ARRIVAL_MS })
export const incidents = async ({ instance }: InstanceCompany) =>
  (await instance.stored('incident')).filter((row) => row['short_description']?.startsWith('Sync:'))
export const entriesOf = async ({ instance }: InstanceCompany, id: string) =>
  (await instance.stored('sys_journal_field')).filter((row) => row['element_id'] === id).map((row) => row['value'])
/** By a person who works on the instance. */
export const open = async ({ instance }: InstanceCompany, values: Record<string, string>) => {
  const row = await instance.mutate('insert', 'incident', undefined, values)
  await instance.simulator.engine.settled()
  return row['sys_id'] ?? ''
}
export const change = async ({ instance }: InstanceCompany, id: string | undefined, values: Record<string, string>) => {
  await instance.mutate('update', 'incident', id, values)
  await instance.simulator.engine.settled()
}
export const itemsOf = async (company: InstanceCompany, connectionId: string): Promise<readonly SyncItem[]> =>
  (await company.call('listSyncItems', undefined, connectionId))['items'] as readonly SyncItem[]
