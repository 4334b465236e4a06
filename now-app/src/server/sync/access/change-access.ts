import type { AllowedTable } from '@accord/shared/schemas'
import { GlideRecord } from '@servicenow/glide'
import { rowRefused } from '../../connection-rows/require-written.ts'
import { Refusal } from '../../http/refusal.ts'
import { TABLES } from '../../names.ts'
import { secureRecord } from '../../platform/secure-record.ts'
import { writeSecurely } from './write-securely.ts'
import { faultsOfAccess, isOpenableJournal, opennessOf } from './faults-of-access.ts'
import { findAccess } from './sync-access.ts'
import type { SyncAccess } from './sync-access.ts'

/** Everything here happens under the rights of who is logged in: the table's ACLs ask for the administrator of the instance. */
const secureRow = (): GlideRecord<string> => secureRecord(TABLES.syncAccess)

export const mayChangeAccess = (): boolean => secureRow().canCreate()

/** Opens more: all that is named or, where one name can never open, nothing. */
export function allowAccess(tables: readonly AllowedTable[]): void {
  putAll(tables.map((table) => together(accessIn(table), storedAccess(table.table))))
}

export const replaceAccess = (table: AllowedTable): void => putAll([accessIn(table)])

/** A table without an entry is closed, with whatever triggers and pairs there are of it. */
export function removeAccess(table: string): void {
  requireAdministrator()
  const row = secureRow()
  if (row.get('table_name', table) && !row.deleteRecord()) throw rowRefused(row)
}

function putAll(wanted: readonly SyncAccess[]): void {
  requireAdministrator()
  const faults = wanted.flatMap(faultsOfAccess)
  if (faults.length > 0)
    throw new Refusal('access_invalid', faults.map(({ sentence }) => sentence).join(' '), {
      names: [...new Set(faults.flatMap(({ names }) => names))],
    })
  wanted.forEach(put)
}

function put(access: SyncAccess): void {
  const row = secureRow()
  const isKnown = row.get('table_name', access.table)
  if (!isKnown) row.initialize()
  writeSecurely(row, {
    table_name: access.table,
    read_fields: access.readFields.join(','),
    write_fields: access.writeFields.join(','),
    read_journals: access.readJournals.join(','),
    write_journals: access.writeJournals.join(','),
    read_files: String(access.readFiles),
    write_files: String(access.writeFiles),
    may_create: String(access.mayCreate),
    may_delete: String(access.mayDelete),
  })
  if (!(isKnown ? row.update() : row.insert())) throw rowRefused(row)
}

function requireAdministrator(): void {
  if (!mayChangeAccess())
    throw new Refusal(
      'missing_role',
      'Only an administrator of this instance changes sync access; a role of Accord does not.',
    )
}

const accessIn = (given: AllowedTable): SyncAccess => ({
  table: given.table,
  readFields: once(given.readFields ?? []),
  writeFields: once(given.writeFields ?? []),
  readJournals: once(given.readJournals ?? []),
  writeJournals: once(given.writeJournals ?? []),
  readFiles: given.readFiles === true,
  writeFiles: given.writeFiles === true,
  mayCreate: given.mayCreate === true,
  mayDelete: given.mayDelete === true,
})

/** What is open and still exists. A field that was deleted since must not stand in the way of the next one. */
function storedAccess(table: string): SyncAccess {
  const access = findAccess(table)
  if (!access) return accessIn({ table })
  const row = new GlideRecord(table)
  return {
    ...access,
    readFields: access.readFields.filter((name) => opennessOf(row, name).mayLeave),
    writeFields: access.writeFields.filter((name) => opennessOf(row, name).mayBeWritten),
    readJournals: access.readJournals.filter((name) => isOpenableJournal(row, name)),
    writeJournals: access.writeJournals.filter((name) => isOpenableJournal(row, name)),
  }
}

const together = (one: SyncAccess, other: SyncAccess): SyncAccess => ({
  table: one.table,
  readFields: once([...other.readFields, ...one.readFields]),
  writeFields: once([...other.writeFields, ...one.writeFields]),
  readJournals: once([...other.readJournals, ...one.readJournals]),
  writeJournals: once([...other.writeJournals, ...one.writeJournals]),
  readFiles: one.readFiles || other.readFiles,
  writeFiles: one.writeFiles || other.writeFiles,
  mayCreate: one.mayCreate || other.mayCreate,
  mayDelete: one.mayDelete || other.mayDelete,
})

const once = (names: readonly string[]): readonly string[] => [...new Set(names)]
