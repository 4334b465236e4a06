import { BusinessRule } from '@servicenow/sdk/core'
import { keepHighestRevision } from '../../server/rules/keep-highest-revision.ts'
import { TABLES } from '../../server/names.ts'

BusinessRule({
  $id: Now.ID['rule-keep-highest-revision'],
  name: 'Keep the highest revision of a connection',
  description:
    'Refuses edits by hand and late snapshots: a row changes only together with a higher revision of the node',
  table: TABLES.connection,
  when: 'before',
  action: ['update'],
  order: 50,
  script: keepHighestRevision,
})
