import type { InstanceCalls } from './instance-calls.ts'
import type { FileToSend, PlannedFile, SentFile } from '../tracker.ts'
import { refusedBy } from './refused-by-instance.ts'

const hexOf = (sha256: string): string => Buffer.from(sha256, 'base64url').toString('hex')

/** The instance sends it by a call of its own, within this one. */
export async function sendFile(
  { send }: Pick<InstanceCalls, 'send'>,
  { recordId, sha256, ...file }: FileToSend,
): Promise<SentFile> {
  const { sent, refused } = await send({ ...file, record: recordId, sha256: hexOf(sha256) })
  if (refused) return refused.code === 'record_gone' ? { kind: 'gone' } : refusedBy(refused)
  return sent ? { kind: 'sent' } : { kind: 'gone' }
}

/** A job of the instance fetches it, as the sync user, and `watch` reports what became of that. */
export async function writeFile(
  { apply }: Pick<InstanceCalls, 'apply'>,
  { id, pair, table, recordId, file, download }: PlannedFile,
): Promise<{ readonly kind: 'waiting' }> {
  const { id: key, sha256, ...named } = file
  const planned = { ...named, key, sha256: hexOf(sha256), ...(download !== undefined && { download }) }
  const plan = { id, pair, table, record: recordId, version: null, fields: {}, entries: [], file: planned }
  await apply({ plans: [plan] })
  return { kind: 'waiting' }
}
