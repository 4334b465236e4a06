import type { StoredPair } from '../../src/store/sync/sync-pairs.ts'
import { tidyFiles } from '../../src/sync/files/tidy-files.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { SyncCompanies } from './sync-companies.ts'
import { configureSync, script, storedPairsOf, type SyncCompany, valueOf } from './sync-company.ts'

export const MIB = 1_048_576
/** A file that was cut off is tried again ever later. */
export const ARRIVAL_MS = 60_000

export const OUTGOING = script('outgoing')
  .replace('comments }', 'comments, attachments }')
  .replace('replica.comments =', 'replica.attachments = attachments.all()\n  replica.comments =')
/** `how`: what is said to `mergeAttachments`. */
export const incomingWith = (how: string): string =>
  script('incoming')
    .replace('commentHelper, connection', 'commentHelper, attachmentHelper, connection')
    .replace('  commentHelper.merge', `  attachmentHelper.mergeAttachments(${how})\n  commentHelper.merge`)
export const INCOMING = incomingWith('')

export async function configureFiles({ acme, globex, ids }: SyncCompanies, incoming = INCOMING): Promise<void> {
  await configureSync(acme, ids.acme, { outgoing: OUTGOING, incoming })
  await configureSync(globex, ids.globex, { outgoing: OUTGOING, incoming })
}

const dbOf = ({ bridge }: SyncCompany) => bridge.services.context.database.db

/** An incident of Acme, and the one that Globex has made of it. */
export async function pairedRecords({ acme, globex }: SyncCompanies, summary: string) {
  const { id } = acme.tracker.create('incident', { short_description: summary })
  const isIt = (record: Parameters<typeof valueOf>[0]) => valueOf(record, 'short_description') === summary
  const theirs = await eventually('Globex has it', async () => globex.tracker.records.all().find(isIt), {
    withinMs: ARRIVAL_MS,
  })
  return { ours: id, theirs: theirs.id }
}

export const filesOf = ({ tracker }: SyncCompany, record: string) =>
  tracker.files.on(record).map(({ name, content }) => [name, content.length])

export const untilFile = ({ tracker }: SyncCompany, record: string, name: string) =>
  eventually(`${name} is there`, async () => tracker.files.on(record).find((file) => file.name === name), {
    withinMs: ARRIVAL_MS,
  })

export async function pairOfRecord(company: SyncCompany, connectionId: string, record: string): Promise<StoredPair> {
  const pair = (await storedPairsOf(dbOf(company), connectionId)).find(({ recordId }) => recordId === record)
  if (!pair) throw new Error('There is no such pair')
  return pair
}

/** Rows of files that come to this record. */
export async function incomingFiles(company: SyncCompany, connectionId: string, record: string) {
  const { id } = await pairOfRecord(company, connectionId, record)
  const rows = dbOf(company).selectFrom('pair_file').selectAll().where('item_id', '=', id)
  return rows.where('direction', '=', 'in').execute()
}

export const untilAllWritten = (company: SyncCompany, connectionId: string, record: string) =>
  eventually(
    'all files are written',
    async () => {
      const files = await incomingFiles(company, connectionId, record)
      return files.length > 0 && files.every(({ state }) => state === 'written') ? true : undefined
    },
    { withinMs: ARRIVAL_MS },
  )

/** This side knows of a file that it does not have. */
export const untilOffered = (company: SyncCompany, connectionId: string, record: string) =>
  eventually(
    'a file is awaited',
    async () => {
      const files = await incomingFiles(company, connectionId, record)
      return files.some(({ state }) => state === 'waiting') ? true : undefined
    },
    { withinMs: ARRIVAL_MS },
  )

/** Contents on their way. */
export const blobsOf = async (company: SyncCompany) => ({
  blobs: await dbOf(company).selectFrom('blob').selectAll().execute(),
  parts: await dbOf(company).selectFrom('blob_part').select('blob_id').execute(),
})

/** As after ten minutes and more: what nobody asks for any more is gone. */
export async function tidyLater(company: SyncCompany): Promise<void> {
  const { database } = company.bridge.services.context
  await tidyFiles({ database, now: () => new Date(Date.now() + 700_000) })
}

/** Contents cannot be fetched from this company. */
export const cutFiles = ({ proxy }: SyncCompany, isCut: () => boolean): void =>
  proxy.follow(({ path }) => ({ kind: path.includes('/blobs/') && isCut() ? 'reset' : 'pass' }))
