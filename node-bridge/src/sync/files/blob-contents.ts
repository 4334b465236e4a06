import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto'

import { appendPart, type Blob, deleteBlob, findBlob, findPart, insertBlob } from '../../store/sync/blobs.ts'
import type { SyncContext } from '../items/sync-context.ts'

type Context = Pick<SyncContext, 'database' | 'vault' | 'now' | 'fileLimits'>
type Name = Pick<Blob, 'connectionId' | 'direction' | 'sha256'>

const IV_BYTES = 12
const TAG_BYTES = 16
const contextOf = (id: string) => `blob-key:${id}`
/** A part opens at its own place of its own file only. */
const placeOf = (id: string, place: number) => Buffer.from(`${id} ${place}`)

/**
 * Room for the contents of a file that is to arrive, under a key of its own: once the row is deleted nobody reads what may be left
 * of its parts. Undefined where the connection has its share; it comes later.
 */
export async function openBlob(
  { database, vault, now, fileLimits }: Context,
  { connectionId, direction, sha256 }: Name,
  bytes: number,
): Promise<Blob | undefined> {
  const name = { connectionId, direction, sha256 }
  const known = await findBlob(database.db, name)
  if (known) return known
  const id = randomUUID()
  const blob = { id, ...name, bytes, keySealed: vault.seal(randomBytes(32), contextOf(id)) }
  const limits = { shareBytes: fileLimits.shareBytes, now: now() }
  const isInserted = await database.transaction((transaction) => insertBlob(transaction, blob, limits))
  return isInserted ? { ...blob, received: 0 } : undefined
}

/** The blob with these bytes at its end; undefined where somebody else has added to it, or taken it away, meanwhile. */
export async function append(
  { database, vault, now }: Context,
  blob: Blob,
  bytes: Uint8Array,
): Promise<Blob | undefined> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', vault.openBytes(blob.keySealed, contextOf(blob.id)), iv)
  cipher.setAAD(placeOf(blob.id, blob.received))
  const data = Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64')
  const part = { bytes: bytes.length, data, now: now() }
  const isThere = await database.transaction((transaction) => appendPart(transaction, blob, part))
  return isThere ? { ...blob, received: blob.received + bytes.length } : undefined
}

/** What stands in one part, from this byte on; undefined behind the end. */
export async function readFrom(
  { database, vault }: Pick<SyncContext, 'database' | 'vault'>,
  { id, keySealed }: Blob,
  from: number,
): Promise<Buffer | undefined> {
  const part = await findPart(database.db, id, from)
  if (!part) return undefined
  const sealed = Buffer.from(part.data, 'base64')
  const key = vault.openBytes(keySealed, contextOf(id))
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
  decipher.setAAD(placeOf(id, part.place))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
  const rest = plain.subarray(from - part.place)
  return rest.length > 0 ? rest : undefined
}

/** All of it, part by part. */
export async function* readAll(context: Pick<SyncContext, 'database' | 'vault'>, blob: Blob): AsyncGenerator<Buffer> {
  for (let from = 0; from < blob.bytes;) {
    const bytes = await readFrom(context, blob, from)
    if (!bytes) throw new Error('A part of the file was taken away while it was read')
    yield bytes
    from += bytes.length
  }
}

/** Has everything arrived, and is it what the message said? */
export async function isWhole(context: Context, blob: Blob): Promise<boolean> {
  if (blob.received !== blob.bytes) return false
  const hash = createHash('sha256')
  for await (const bytes of readAll(context, blob)) hash.update(bytes)
  return hash.digest('base64url') === blob.sha256
}

export const drop = ({ database }: Pick<SyncContext, 'database'>, { id }: Pick<Blob, 'id'>): Promise<void> =>
  database.transaction((transaction) => deleteBlob(transaction, id))
