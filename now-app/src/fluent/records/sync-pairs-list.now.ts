import { Record } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** The pairs of a record below its form. It is on no form before an admin places it there, by a button on the page of a record or by hand. */
Record({
  $id: Now.ID['sync-pairs-list'],
  table: 'sys_relationship',
  data: {
    name: 'Sync pairs',
    basic_apply_to: 'task',
    basic_query_from: TABLES.syncPair,
    query_with: `(function refineQuery(current, parent) {
  current.addQuery('record', parent.getValue('sys_id'));
})(current, parent);`,
  },
})
