import { Record } from '@servicenow/sdk/core'
import { EVENTS, TABLES } from '../../server/names.ts'

/** An event that stands in no registry is lost in silence. */
Record({
  $id: Now.ID['event-notice'],
  table: 'sysevent_register',
  data: {
    event_name: EVENTS.notice,
    suffix: 'notice',
    table: TABLES.node,
    description: 'Something needs a person. parm1: in a sentence; parm2: JSON for scripts',
    fired_by: 'The node of Accord, by POST /sync/notify',
  },
})
