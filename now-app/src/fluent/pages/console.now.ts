import { UiPage } from '@servicenow/sdk/core'
import console from '../../../../console/src/instance-host/index.html'
import { CONSOLE_PAGE } from '../../server/names.ts'

UiPage({
  $id: Now.ID['console-page'],
  endpoint: CONSOLE_PAGE,
  description: 'The Accord console: set-up, connections, Initiate Connection and Accept invitation',
  html: console,
  direct: true,
})
