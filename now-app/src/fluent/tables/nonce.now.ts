import { StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** Nonces of signed calls, each taken once. */
export const x_accrd_bridge_nonce = Table({
  name: TABLES.nonce,
  label: [
    { language: 'en', label: 'Nonce', plural: 'Nonces' },
    { language: 'de', label: 'Einmalwert', plural: 'Einmalwerte' },
  ],
  display: 'nonce',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    nonce: StringColumn({
      label: [
        { language: 'en', label: 'Nonce' },
        { language: 'de', label: 'Einmalwert' },
      ],
      maxLength: 64,
      unique: true,
      readOnly: true,
    }),
  },
})
