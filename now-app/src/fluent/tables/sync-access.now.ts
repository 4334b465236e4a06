import { BooleanColumn, DateTimeColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/**
 * What Accord may read and write of one table; a table without a row is closed. Owned by the administrator of the instance:
 * neither the node nor a role of Accord can change it.
 */
export const x_accrd_bridge_sync_access = Table({
  name: TABLES.syncAccess,
  label: [
    { language: 'en', label: 'Sync access', plural: 'Sync access' },
    { language: 'de', label: 'Sync-Zugriff', plural: 'Sync-Zugriff' },
  ],
  display: 'table_name',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    table_name: StringColumn({
      label: [
        { language: 'en', label: 'Table' },
        { language: 'de', label: 'Tabelle' },
      ],
      maxLength: 80,
      unique: true,
      mandatory: true,
    }),
    may_create: BooleanColumn({
      label: [
        { language: 'en', label: 'Records may be made' },
        { language: 'de', label: 'Datensätze dürfen angelegt werden' },
      ],
      default: false,
    }),
    may_delete: BooleanColumn({
      label: [
        { language: 'en', label: 'Records may be deleted' },
        { language: 'de', label: 'Datensätze dürfen gelöscht werden' },
      ],
      default: false,
    }),
    read_fields: StringColumn({
      label: [
        { language: 'en', label: 'Fields that may leave' },
        { language: 'de', label: 'Felder, die hinaus dürfen' },
      ],
      maxLength: 4000,
    }),
    write_fields: StringColumn({
      label: [
        { language: 'en', label: 'Fields that may be written' },
        { language: 'de', label: 'Felder, die geschrieben werden dürfen' },
      ],
      maxLength: 4000,
    }),
    read_journals: StringColumn({
      label: [
        { language: 'en', label: 'Journals that may leave' },
        { language: 'de', label: 'Journale, die hinaus dürfen' },
      ],
      maxLength: 400,
    }),
    write_journals: StringColumn({
      label: [
        { language: 'en', label: 'Journals that may be written to' },
        { language: 'de', label: 'Journale, in die geschrieben werden darf' },
      ],
      maxLength: 400,
    }),
    read_files: BooleanColumn({
      label: [
        { language: 'en', label: 'Files may leave' },
        { language: 'de', label: 'Dateien dürfen hinaus' },
      ],
      default: false,
    }),
    write_files: BooleanColumn({
      label: [
        { language: 'en', label: 'Files may be attached' },
        { language: 'de', label: 'Dateien dürfen angehängt werden' },
      ],
      default: false,
    }),
    rights: StringColumn({
      label: [
        { language: 'en', label: 'What the sync user may do' },
        { language: 'de', label: 'Was der Sync-Benutzer darf' },
      ],
      maxLength: 4000,
      readOnly: true,
    }),
    checked_at: DateTimeColumn({
      label: [
        { language: 'en', label: 'Checked at' },
        { language: 'de', label: 'Geprüft am' },
      ],
      readOnly: true,
    }),
  },
})
