import { IntegerColumn, StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** What the node wants written, until it has acknowledged what became of it. The unique id makes a repetition harmless. */
export const x_accrd_bridge_write_plan = Table({
  name: TABLES.writePlan,
  label: [
    { language: 'en', label: 'Write plan', plural: 'Write plans' },
    { language: 'de', label: 'Schreibplan', plural: 'Schreibpläne' },
  ],
  display: 'plan_id',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  schema: {
    plan_id: StringColumn({
      label: [
        { language: 'en', label: 'Plan' },
        { language: 'de', label: 'Plan' },
      ],
      maxLength: 80,
      unique: true,
      readOnly: true,
    }),
    state: StringColumn({
      label: [
        { language: 'en', label: 'State' },
        { language: 'de', label: 'Zustand' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    partition: IntegerColumn({
      label: [
        { language: 'en', label: 'Partition' },
        { language: 'de', label: 'Teil' },
      ],
      readOnly: true,
    }),
    runs: IntegerColumn({
      label: [
        { language: 'en', label: 'Runs' },
        { language: 'de', label: 'Läufe' },
      ],
      default: 0,
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
        { language: 'en', label: 'Record' },
        { language: 'de', label: 'Datensatz' },
      ],
      maxLength: 32,
      readOnly: true,
    }),
    plan: StringColumn({
      label: [
        { language: 'en', label: 'Plan as text' },
        { language: 'de', label: 'Plan als Text' },
      ],
      maxLength: 4_194_304,
      readOnly: true,
    }),
    outcome: StringColumn({
      label: [
        { language: 'en', label: 'Outcome' },
        { language: 'de', label: 'Ergebnis' },
      ],
      maxLength: 1_000_000,
      readOnly: true,
    }),
  },
})
