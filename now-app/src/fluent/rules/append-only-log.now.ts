import { BusinessRule } from '@servicenow/sdk/core'
import { refuseLogChange } from '../../server/rules/refuse-log-change.ts'

BusinessRule({
  $id: Now.ID['rule-append-only-log'],
  name: 'The handshake log is append-only',
  description: 'What was recorded about a handshake stays as it was recorded',
  table: 'x_accrd_bridge_handshake_log',
  when: 'before',
  action: ['update'],
  order: 50,
  script: refuseLogChange,
})
