import type { InstanceEntry, InstanceFile, InstanceRecord, SyncComment, SyncFile } from '@accord/shared/schemas'

import type { LocalRecord } from '../record.ts'

type Author = InstanceEntry['author']

/** A record of an instance as rules see it. `instanceUid`: whose entries and files these are, unless an entry has an origin. */
export const localRecordOf = (
  { table, key, url, fields, entries, files, areFilesOpen }: InstanceRecord,
  instanceUid: string,
): LocalRecord => ({
  table,
  key,
  url,
  fields,
  comments: newestWordings(
    entries.filter(({ pending }) => pending !== true).map((entry) => commentOf(entry, instanceUid)),
  ),
  // A file without a hash cannot be distinguished from another one, and stays at home until the instance has made one.
  files: files.filter(({ sha256 }) => sha256 !== '').map((file) => fileOf(file, instanceUid)),
  ...(!areFilesOpen && { areFilesClosed: true }),
})

/** An entry that we wrote is the one that it repeats, and so is a file. */
const commentOf = ({ id, origin, body, author, at, internal }: InstanceEntry, instanceUid: string): SyncComment => ({
  id: origin ?? `${instanceUid}:${id}`,
  body,
  author: personOf(author),
  at,
  internal,
  edited: false,
})

/** An entry that was edited where it comes from stands here once more: what counts is how it reads now, where it was first. */
const newestWordings = (comments: readonly SyncComment[]): readonly SyncComment[] => [
  ...new Map(comments.map((comment) => [comment.id, comment])).values(),
]

const fileOf = (
  { id, origin, name, type, bytes, sha256, author, at }: InstanceFile,
  instanceUid: string,
): SyncFile => ({
  id: origin ?? `${instanceUid}:${id}`,
  name,
  type,
  bytes,
  sha256: Buffer.from(sha256, 'hex').toString('base64url'),
  author: personOf(author),
  at,
})

/** Sync access may let nothing of a person leave. The others still see that somebody wrote it. */
const SOMEBODY = 'unknown user'

const personOf = ({ id, name, email }: Author) => ({
  name: name || id || SOMEBODY,
  ...(id && { id }),
  ...(email && { email }),
})
