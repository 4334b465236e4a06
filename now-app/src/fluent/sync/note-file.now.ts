import { BusinessRule } from '@servicenow/sdk/core'
import { PROPERTIES } from '../../server/names.ts'
import { noteFile } from '../../server/sync/notices/note-change.ts'

/** A file changes nothing of its record, not even its time. */
BusinessRule({
  $id: Now.ID['rule-note-file'],
  name: 'Accord: note a file',
  description:
    'Tells the node of Accord that a file of a watched record came or went. It calls nobody and holds nothing up',
  table: 'sys_attachment',
  when: 'async',
  action: ['insert', 'delete'],
  order: 1000,
  condition: `gs.getProperty('${PROPERTIES.watchedTables}', '').indexOf(',' + current.getValue('table_name') + ',') >= 0`,
  script: noteFile,
})
