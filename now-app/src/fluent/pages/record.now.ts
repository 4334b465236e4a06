import { UiPage } from '@servicenow/sdk/core'
import record from '../../../../console/src/instance-host/record.html'
import { RECORD_PAGE } from '../../server/names.ts'

UiPage({
  $id: Now.ID['record-page'],
  endpoint: RECORD_PAGE,
  description: 'One record and its sync, for whoever may read the record',
  html: record,
  direct: true,
})
