import { BusinessRule } from '@servicenow/sdk/core'
import { PROPERTIES } from '../../server/names.ts'
import { noteChange } from '../../server/sync/notices/note-change.ts'

/**
 * On a table of another scope an application may have async rules only. The condition runs within the save of every task, so it reads one
 * property from memory, and the database never.
 */
BusinessRule({
  $id: Now.ID['rule-note-change'],
  name: 'Accord: note a change',
  description:
    'Tells the node of Accord that a watched record was written or deleted. It calls nobody and holds nothing up',
  table: 'task',
  when: 'async',
  action: ['insert', 'update', 'delete'],
  order: 1000,
  condition: `gs.getProperty('${PROPERTIES.watchedTables}', '').indexOf(',' + current.getRecordClassName() + ',') >= 0`,
  script: noteChange,
})
