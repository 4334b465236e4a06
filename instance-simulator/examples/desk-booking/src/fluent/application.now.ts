import {
  Acl,
  BusinessRule,
  DateColumn,
  Role,
  ScheduledScript,
  StringColumn,
  Table,
  UiAction,
} from '@servicenow/sdk/core'
import { endPastBookings } from '../server/end-past-bookings.ts'
import { refuseTakenDesk } from '../server/refuse-taken-desk.ts'

export const x_acme_desk_booking = Table({
  name: 'x_acme_desk_booking',
  label: 'Desk booking',
  display: 'desk',
  allowWebServiceAccess: true,
  schema: {
    desk: StringColumn({ label: 'Desk', mandatory: true, maxLength: 20 }),
    day: DateColumn({ label: 'Day', mandatory: true }),
    state: StringColumn({
      label: 'State',
      default: 'booked',
      choices: { booked: { label: 'Booked' }, cancelled: { label: 'Cancelled' }, over: { label: 'Over' } },
    }),
  },
})

const user = Role({ name: 'x_acme_desk.user', description: 'May book a desk' })

Acl({ $id: Now.ID['booking-read'], type: 'record', table: 'x_acme_desk_booking', operation: 'read', roles: [user] })
Acl({ $id: Now.ID['booking-create'], type: 'record', table: 'x_acme_desk_booking', operation: 'create', roles: [user] })
Acl({ $id: Now.ID['booking-write'], type: 'record', table: 'x_acme_desk_booking', operation: 'write', roles: [user] })

BusinessRule({
  $id: Now.ID['refuse-taken-desk'],
  name: 'Refuse a taken desk',
  table: 'x_acme_desk_booking',
  when: 'before',
  action: ['insert', 'update'],
  filterCondition: 'state=booked',
  script: refuseTakenDesk,
})

UiAction({
  $id: Now.ID['cancel'],
  table: 'x_acme_desk_booking',
  name: 'Cancel booking',
  actionName: 'x_acme_desk_cancel',
  showInsert: false,
  showUpdate: true,
  condition: "current.state == 'booked'",
  form: { showButton: true },
  roles: ['x_acme_desk.user'],
  script: `current.state = 'cancelled'
current.update()
gs.addInfoMessage('The desk is free again')
action.setRedirectURL(current)`,
})

ScheduledScript({
  $id: Now.ID['end-past-bookings'],
  name: 'End past bookings',
  active: true,
  frequency: 'daily',
  executionTime: { hours: 1, minutes: 0, seconds: 0 },
  script: endPastBookings,
})
