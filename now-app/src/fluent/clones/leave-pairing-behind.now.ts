import { Record } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/**
 * A clone gets the table of the pairing empty, so that it is not paired. A clone that is made without the exclusion list
 * carries the row, and is known by the marks of its own that `findPairedNode` compares.
 */
Record({
  $id: Now.ID['clone-leaves-pairing-behind'],
  table: 'clone_data_exclude',
  data: { name: TABLES.node, include_in_system_clone: true },
})
