import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import { writeFields } from '../../platform/write-fields.ts'
import { faultsOfAccess } from './faults-of-access.ts'
import { namesIn } from './sync-access.ts'

/**
 * Before an entry of sync access is saved: says at once what would have no effect later. What never opens stays closed without this
 * rule too.
 */
export function validateEntry(current: GlideRecord<string>): void {
  const faults = faultsOfAccess({
    table: current.getValue('table_name') ?? '',
    readFields: namesIn(current.getValue('read_fields')),
    writeFields: namesIn(current.getValue('write_fields')),
    readJournals: namesIn(current.getValue('read_journals')),
    writeJournals: namesIn(current.getValue('write_journals')),
  })
  // What the sync user may do was found for other names, and is to be found anew.
  if (faults.length === 0) return writeFields(current, { rights: '', checked_at: '' })
  gs.addErrorMessage(faults.map(({ sentence }) => sentence).join(' '))
  current.setAbortAction(true)
}
