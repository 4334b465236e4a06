import { UiPage } from '@servicenow/sdk/core'
import console from '../../../../console/src/instance-host/index.html'

UiPage({
  $id: Now.ID['console-page'],
  endpoint: 'x_accrd_bridge_console.do',
  description: 'The Accord console: set-up, connections, Initiate Connection and Accept invitation',
  html: console,
  direct: true,
})
