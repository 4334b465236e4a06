import { StringColumn, Table } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** This entry, file or record was written for this pair: `intended` before, `done` after. The unique key makes it happen once. */
export const x_accrd_bridge_effect = Table({
  name: TABLES.effect,
  label: [
    { language: 'en', label: 'Effect', plural: 'Effects' },
    { language: 'de', label: 'Wirkung', plural: 'Wirkungen' },
  ],
  display: 'effect_key',
  accessibleFrom: 'package_private',
  actions: ['read'],
  allowWebServiceAccess: false,
  index: [
    { name: 'target', unique: false, element: 'target' },
    { name: 'record', unique: false, element: 'record' },
  ],
  schema: {
    effect_key: StringColumn({
      label: [
        { language: 'en', label: 'Key' },
        { language: 'de', label: 'Schlüssel' },
      ],
      maxLength: 64,
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
    kind: StringColumn({
      label: [
        { language: 'en', label: 'Kind' },
        { language: 'de', label: 'Art' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    pair_id: StringColumn({
      label: [
        { language: 'en', label: 'Pair' },
        { language: 'de', label: 'Paar' },
      ],
      maxLength: 40,
      readOnly: true,
    }),
    name: StringColumn({
      label: [
        { language: 'en', label: 'Name' },
        { language: 'de', label: 'Name' },
      ],
      maxLength: 300,
      readOnly: true,
    }),
    origin: StringColumn({
      label: [
        { language: 'en', label: 'Origin' },
        { language: 'de', label: 'Herkunft' },
      ],
      maxLength: 200,
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
    target: StringColumn({
      label: [
        { language: 'en', label: 'Target' },
        { language: 'de', label: 'Ziel' },
      ],
      maxLength: 32,
      readOnly: true,
    }),
    author: StringColumn({
      label: [
        { language: 'en', label: 'Author' },
        { language: 'de', label: 'Verfasser' },
      ],
      maxLength: 255,
      readOnly: true,
    }),
  },
})
