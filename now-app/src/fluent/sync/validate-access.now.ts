import { BusinessRule } from '@servicenow/sdk/core'
import { validateEntry } from '../../server/sync/access/validate-entry.ts'
import { TABLES } from '../../server/names.ts'

BusinessRule({
  $id: Now.ID['rule-validate-access'],
  name: 'Sync access names what there is',
  description: 'Refuses tables, fields and journals that do not exist or that never open, by name',
  table: TABLES.syncAccess,
  when: 'before',
  action: ['insert', 'update'],
  order: 50,
  filterCondition:
    'table_nameCHANGES^ORread_fieldsCHANGES^ORwrite_fieldsCHANGES^ORread_journalsCHANGES^ORwrite_journalsCHANGES',
  script: validateEntry,
})
