import type { AllowedTable, OpenableTable, SyncAccessList } from '@accord/shared/schemas'
import { queryOf } from '../../http/query.ts'
import { readObject } from '../../http/read-body.ts'
import { Refusal } from '../../http/refusal.ts'
import type { RestRequest } from '../../platform/rest-exchange.d.ts'
import { allowAccess, removeAccess, replaceAccess } from '../access/change-access.ts'
import { describeList, describeOpenable } from '../access/list-access.ts'
import { list, name, object, optional, truth } from '../call/read-input.ts'
import type { Reader } from '../call/read-input.ts'
import { startChecking } from '../user/check-rights.ts'

const NAMES = optional(list(name, 500))
const TABLE = object({
  table: name,
  readFields: NAMES,
  writeFields: NAMES,
  readJournals: NAMES,
  writeJournals: NAMES,
  readFiles: optional(truth),
  writeFiles: optional(truth),
  mayCreate: optional(truth),
  mayDelete: optional(truth),
}) as Reader<AllowedTable>

const ALLOW = object({ tables: list(TABLE, 20) })
const REMOVE = object({ table: name })

export const readSyncAccess = (): SyncAccessList => describeList()

export function allowSyncAccess(request: RestRequest): SyncAccessList {
  allowAccess(ALLOW(readObject(request), '').tables)
  return changed()
}

export function replaceSyncAccess(request: RestRequest): SyncAccessList {
  replaceAccess(TABLE(readObject(request), ''))
  return changed()
}

export function removeSyncAccess(request: RestRequest): SyncAccessList {
  removeAccess(REMOVE(readObject(request), '').table)
  return describeList()
}

/** What the sync user may do with it is checked in the background. */
function changed(): SyncAccessList {
  startChecking()
  return describeList()
}

export function readOpenableTable(request: RestRequest): OpenableTable {
  const table = name(queryOf(request, ['table'])['table'], '?table')
  const found = describeOpenable(table)
  if (found) return found
  throw new Refusal('access_invalid', `There is no table ${table}, or Accord never opens it.`, { names: [table] })
}
