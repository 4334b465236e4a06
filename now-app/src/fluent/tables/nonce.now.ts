import { StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** Nonces of signed calls, each taken once. */
export const x_accrd_bridge_nonce = Table({
  name: TABLES.nonce,
  label: 'Nonce',
  display: 'nonce',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    nonce: StringColumn({ label: 'Nonce', maxLength: 64, unique: true, readOnly: true }),
  },
})
