import { INSTANCE_SYNC_LIMITS as LIMITS } from '@accord/shared/protocol'
import type { ScanAnswer } from '@accord/shared/schemas'
import { Refusal } from '../../http/refusal.ts'
import { timeNow } from '../../platform/glide-time.ts'
import { syncCall } from '../call/sync-call.ts'
import { isoTime, list, longText, name, nonce, object, optional, sysId, uuid, wholeNumber } from '../call/read-input.ts'
import { listMatching, scanFiles, scanRecords, scanWatch } from '../watches/scan.ts'

const BODY = object({
  nonce,
  watch: optional(uuid),
  since: optional(isoTime),
  after: optional(object({ at: isoTime, id: sysId })),
  table: optional(name),
  ids: optional(list(sysId, LIMITS.scanned)),
  filesOf: optional(name),
  query: optional(longText(LIMITS.queryChars)),
  behind: optional(sysId),
  most: optional(wholeNumber),
})

/** Versions, and nothing else of a record: of what a trigger or a condition finds, of those that are named, or have new files. */
export const scanVersions = syncCall(BODY, (body) => ({ ...scan(body), time: timeNow() }))

type Body = ReturnType<typeof BODY>

/** The members of each kind of scan, beside the nonce; those of `FIRST_PAGE` may be missing. */
const KINDS = {
  ofWatch: 'after since watch',
  ofRecords: 'ids table',
  ofFiles: 'after filesOf since',
  ofQuery: 'behind most query table',
} as const
const FIRST_PAGE = ['after', 'behind']

function scan(body: Body): Omit<ScanAnswer, 'time'> {
  const { watch = '', since = '', after, table = '', ids = [], filesOf = '', query = '', behind, most = 0 } = body
  if (hasOnly(body, KINDS.ofWatch)) return scanWatch(watch, since, after)
  if (hasOnly(body, KINDS.ofRecords)) return scanRecords(table, ids)
  if (hasOnly(body, KINDS.ofFiles)) return scanFiles(filesOf, since, after)
  if (hasOnly(body, KINDS.ofQuery)) return listMatching(table, query, { behind, most })
  throw new Refusal(
    'malformed',
    'A scan names a watch and a time, a table and ids or a condition, or a table of files.',
  )
}

function hasOnly(body: Body, members: string): boolean {
  const given = Object.entries(body).flatMap(([member, value]) =>
    member === 'nonce' || value === undefined ? [] : member,
  )
  const wanted = members.split(' ')
  return (
    given.every((each) => wanted.includes(each)) &&
    wanted.every((each) => FIRST_PAGE.includes(each) || given.includes(each))
  )
}
