import { UiAction } from '@servicenow/sdk/core'
import { openRecord } from '../../server/ui-actions/open-console.ts'
import { SCOPE } from '../../server/scope.ts'

/** Opens a page of ours and changes nothing of the form, whose table belongs to the customer. */
UiAction({
  $id: Now.ID['action-record'],
  table: 'task',
  name: 'Accord',
  actionName: `${SCOPE}_record`,
  hint: 'See with which record of another company this one is kept equal',
  showInsert: false,
  showUpdate: true,
  condition: `!current.isNewRecord() && new ${SCOPE}.RecordSync().isOffered(current)`,
  form: { showLink: true },
  script: openRecord,
  order: 900,
})
