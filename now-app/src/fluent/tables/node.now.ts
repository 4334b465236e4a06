import { DateTimeColumn, Password2Column, ReferenceColumn, StringColumn, Table, UrlColumn } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/**
 * The bridge node of this instance: one row in the state `paired`, and beside it the secrets of a pairing whose answer
 * may have been lost, so that pasting the same code again finishes it.
 */
export const x_accrd_bridge_node = Table({
  name: TABLES.node,
  label: 'Bridge node',
  display: 'node_url',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    pairing_state: StringColumn({
      label: 'Pairing',
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_without_none',
      choices: {
        pending: { label: 'Not confirmed yet', sequence: 0 },
        paired: { label: 'Paired', sequence: 1 },
      },
    }),
    node_url: UrlColumn({ label: 'Node URL', maxLength: 2048, readOnly: true }),
    instance_uid: StringColumn({ label: 'Instance UID', maxLength: 40, readOnly: true }),
    node_version: StringColumn({ label: 'Node version', maxLength: 40, readOnly: true }),
    key_fingerprint: StringColumn({ label: 'Key fingerprint', maxLength: 100, readOnly: true }),
    token: Password2Column({ label: 'Token', maxLength: 255, readOnly: true }),
    callback_key: Password2Column({ label: 'Callback key', maxLength: 255, readOnly: true }),
    code_digest: StringColumn({ label: 'Digest of the pairing code', maxLength: 64, readOnly: true }),
    paired_instance_id: StringColumn({ label: 'ID of the paired instance', maxLength: 100, readOnly: true }),
    paired_instance_url: UrlColumn({ label: 'URL of the paired instance', maxLength: 2048, readOnly: true }),
    paired_at: DateTimeColumn({ label: 'Paired at', readOnly: true }),
    paired_by: ReferenceColumn({ label: 'Paired by', referenceTable: 'sys_user', readOnly: true }),
  },
})
