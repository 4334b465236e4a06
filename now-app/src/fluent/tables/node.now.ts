import {
  DateTimeColumn,
  IntegerColumn,
  Password2Column,
  ReferenceColumn,
  StringColumn,
  Table,
  UrlColumn,
} from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/**
 * The bridge node of this instance: one row in the state `paired`, and beside it the secrets of a pairing whose answer
 * may have been lost, so that pasting the same code again finishes it.
 */
export const x_accrd_bridge_node = Table({
  name: TABLES.node,
  label: [
    { language: 'en', label: 'Bridge node', plural: 'Bridge nodes' },
    { language: 'de', label: 'Knoten', plural: 'Knoten' },
  ],
  display: 'node_url',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    pairing_state: StringColumn({
      label: [
        { language: 'en', label: 'Pairing' },
        { language: 'de', label: 'Kopplung' },
      ],
      maxLength: 40,
      readOnly: true,
      dropdown: 'dropdown_without_none',
      choices: {
        pending: [
          { language: 'en', label: 'Not confirmed yet', sequence: 0 },
          { language: 'de', label: 'Noch nicht bestätigt', sequence: 0 },
        ],
        paired: [
          { language: 'en', label: 'Paired', sequence: 1 },
          { language: 'de', label: 'Gekoppelt', sequence: 1 },
        ],
      },
    }),
    node_url: UrlColumn({
      label: [
        { language: 'en', label: 'Node URL' },
        { language: 'de', label: 'URL des Knotens' },
      ],
      maxLength: 2048,
      readOnly: true,
    }),
    instance_uid: StringColumn({
      label: [
        { language: 'en', label: 'Instance UID' },
        { language: 'de', label: 'UID der Instanz' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    node_version: StringColumn({
      label: [
        { language: 'en', label: 'Node version' },
        { language: 'de', label: 'Version des Knotens' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    key_fingerprint: StringColumn({
      label: [
        { language: 'en', label: 'Key fingerprint' },
        { language: 'de', label: 'Fingerabdruck des Schlüssels' },
      ],
      maxLength: 100,
      readOnly: true,
    }),
    token: Password2Column({
      label: [
        { language: 'en', label: 'Token' },
        { language: 'de', label: 'Token' },
      ],
      maxLength: 255,
      readOnly: true,
    }),
    callback_key: Password2Column({
      label: [
        { language: 'en', label: 'Callback key' },
        { language: 'de', label: 'Schlüssel der Rückrufe' },
      ],
      maxLength: 255,
      readOnly: true,
    }),
    code_digest: StringColumn({
      label: [
        { language: 'en', label: 'Digest of the pairing code' },
        { language: 'de', label: 'Hash des Kopplungscodes' },
      ],
      maxLength: 64,
      readOnly: true,
    }),
    paired_instance_id: StringColumn({
      label: [
        { language: 'en', label: 'ID of the paired instance' },
        { language: 'de', label: 'ID der gekoppelten Instanz' },
      ],
      maxLength: 100,
      readOnly: true,
    }),
    paired_instance_name: StringColumn({
      label: [
        { language: 'en', label: 'Name of the paired instance' },
        { language: 'de', label: 'Name der gekoppelten Instanz' },
      ],
      maxLength: 255,
      readOnly: true,
    }),
    paired_instance_url: UrlColumn({
      label: [
        { language: 'en', label: 'URL of the paired instance' },
        { language: 'de', label: 'URL der gekoppelten Instanz' },
      ],
      maxLength: 2048,
      readOnly: true,
    }),
    paired_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Paired at' },
        { language: 'de', label: 'Gekoppelt am' },
      ],
      readOnly: true,
    }),
    reconciled_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Connections stored at' },
        { language: 'de', label: 'Verbindungen gespeichert am' },
      ],
      readOnly: true,
    }),
    reconcile_known: IntegerColumn({
      label: [
        { language: 'en', label: 'Connections of the node' },
        { language: 'de', label: 'Verbindungen des Knotens' },
      ],
      readOnly: true,
    }),
    reconcile_stored: IntegerColumn({
      label: [
        { language: 'en', label: 'Connections looked at' },
        { language: 'de', label: 'Angesehene Verbindungen' },
      ],
      readOnly: true,
    }),
    reconcile_refusal: StringColumn({
      label: [
        { language: 'en', label: 'Refused with' },
        { language: 'de', label: 'Abgelehnt mit' },
      ],
      maxLength: 60,
      readOnly: true,
    }),
    paired_by: ReferenceColumn({
      label: [
        { language: 'en', label: 'Paired by' },
        { language: 'de', label: 'Gekoppelt von' },
      ],
      referenceTable: 'sys_user',
      readOnly: true,
    }),
  },
})
