import { BusinessRule } from '@servicenow/sdk/core'
import { refuseLogChange } from '../../server/rules/refuse-log-change.ts'
import { TABLES } from '../../server/names.ts'

BusinessRule({
  $id: Now.ID['rule-append-only-log'],
  name: 'The handshake log is append-only',
  description: 'What was recorded about a handshake stays as it was recorded',
  table: TABLES.handshakeLog,
  when: 'before',
  action: ['update'],
  order: 50,
  script: refuseLogChange,
})
