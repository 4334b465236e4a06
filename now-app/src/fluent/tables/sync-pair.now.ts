import { DateTimeColumn, ReferenceColumn, StringColumn, Table, UrlColumn } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** Which record is kept equal with which one of the other company: for people. */
export const x_accrd_bridge_sync_pair = Table({
  name: TABLES.syncPair,
  label: 'Sync pair',
  display: 'remote_key',
  accessibleFrom: 'public',
  actions: ['read'],
  allowWebServiceAccess: true,
  index: [{ name: 'record', unique: false, element: 'record' }],
  schema: {
    pair_id: StringColumn({ label: 'Pair', maxLength: 40, unique: true, readOnly: true }),
    table_name: StringColumn({ label: 'Table', maxLength: 80, readOnly: true }),
    record: StringColumn({ label: 'Record', maxLength: 32, readOnly: true }),
    connection: ReferenceColumn({ label: 'Connection', referenceTable: TABLES.connection, readOnly: true }),
    remote_key: StringColumn({ label: 'Their record', maxLength: 255, readOnly: true }),
    remote_url: UrlColumn({ label: 'Their record (link)', maxLength: 2048, readOnly: true }),
    state: StringColumn({ label: 'State', maxLength: 40, readOnly: true }),
    cause: StringColumn({ label: 'Cause', maxLength: 1000, readOnly: true }),
    last_in_at: DateTimeColumn({ label: 'Last change from them', readOnly: true }),
    last_out_at: DateTimeColumn({ label: 'Last change to them', readOnly: true }),
  },
})
