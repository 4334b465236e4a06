import { DateTimeColumn, ReferenceColumn, StringColumn, Table, UrlColumn } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** Which record is kept equal with which one of the other company: for people. */
export const x_accrd_bridge_sync_pair = Table({
  name: TABLES.syncPair,
  label: [
    { language: 'en', label: 'Sync pair', plural: 'Sync pairs' },
    { language: 'de', label: 'Sync-Paar', plural: 'Sync-Paare' },
  ],
  display: 'local_key',
  accessibleFrom: 'public',
  actions: ['read'],
  allowWebServiceAccess: true,
  index: [{ name: 'record', unique: false, element: 'record' }],
  schema: {
    pair_id: StringColumn({
      label: [
        { language: 'en', label: 'Pair' },
        { language: 'de', label: 'Paar' },
      ],
      maxLength: 40,
      unique: true,
      readOnly: true,
    }),
    local_key: StringColumn({
      label: [
        { language: 'en', label: 'Our record' },
        { language: 'de', label: 'Unser Datensatz' },
      ],
      maxLength: 255,
      readOnly: true,
    }),
    local_url: UrlColumn({
      label: [
        { language: 'en', label: 'Our record (link)' },
        { language: 'de', label: 'Unser Datensatz (Link)' },
      ],
      maxLength: 2048,
      readOnly: true,
    }),
    table_name: StringColumn({
      label: [
        { language: 'en', label: 'Table' },
        { language: 'de', label: 'Tabelle' },
      ],
      maxLength: 80,
      readOnly: true,
    }),
    record: StringColumn({
      label: [
        { language: 'en', label: 'Our record (ID)' },
        { language: 'de', label: 'Unser Datensatz (ID)' },
      ],
      maxLength: 32,
      readOnly: true,
    }),
    connection: ReferenceColumn({
      label: [
        { language: 'en', label: 'Connection' },
        { language: 'de', label: 'Verbindung' },
      ],
      referenceTable: TABLES.connection,
      readOnly: true,
    }),
    remote_key: StringColumn({
      label: [
        { language: 'en', label: 'Their record' },
        { language: 'de', label: 'Ihr Datensatz' },
      ],
      maxLength: 255,
      readOnly: true,
    }),
    remote_url: UrlColumn({
      label: [
        { language: 'en', label: 'Their record (link)' },
        { language: 'de', label: 'Ihr Datensatz (Link)' },
      ],
      maxLength: 2048,
      readOnly: true,
    }),
    state: StringColumn({
      label: [
        { language: 'en', label: 'State' },
        { language: 'de', label: 'Zustand' },
      ],
      maxLength: 40,
      dropdown: 'dropdown_with_none',
      choices: {
        starting: [
          { language: 'en', label: 'Starting', sequence: 0 },
          { language: 'de', label: 'Beginnt', sequence: 0 },
        ],
        linked: [
          { language: 'en', label: 'In sync', sequence: 1 },
          { language: 'de', label: 'Abgeglichen', sequence: 1 },
        ],
        comparing: [
          { language: 'en', label: 'Being compared', sequence: 2 },
          { language: 'de', label: 'Wird verglichen', sequence: 2 },
        ],
        quarantined: [
          { language: 'en', label: 'Waiting for a person', sequence: 3 },
          { language: 'de', label: 'Wartet auf einen Menschen', sequence: 3 },
        ],
        declined: [
          { language: 'en', label: 'Not sent by the rules', sequence: 4 },
          { language: 'de', label: 'Von den Regeln nicht gesendet', sequence: 4 },
        ],
        deleted_here: [
          { language: 'en', label: 'Deleted here', sequence: 5 },
          { language: 'de', label: 'Hier gelöscht', sequence: 5 },
        ],
        deleted_there: [
          { language: 'en', label: 'Deleted there', sequence: 6 },
          { language: 'de', label: 'Dort gelöscht', sequence: 6 },
        ],
        unlinked: [
          { language: 'en', label: 'Unlinked', sequence: 7 },
          { language: 'de', label: 'Getrennt', sequence: 7 },
        ],
      },
      readOnly: true,
    }),
    cause: StringColumn({
      label: [
        { language: 'en', label: 'Cause' },
        { language: 'de', label: 'Ursache' },
      ],
      maxLength: 1000,
      readOnly: true,
    }),
    last_in_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Last change from them' },
        { language: 'de', label: 'Letzte Änderung von dort' },
      ],
      readOnly: true,
    }),
    last_out_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Last change to them' },
        { language: 'de', label: 'Letzte Änderung dorthin' },
      ],
      readOnly: true,
    }),
  },
})
