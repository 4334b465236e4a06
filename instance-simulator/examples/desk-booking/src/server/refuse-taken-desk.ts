import { GlideRecord, gs } from '@servicenow/glide'

/** Before rule: nobody books a desk on a day on which somebody else has it. */
export function refuseTakenDesk(current: GlideRecord): void {
  const other = new GlideRecord('x_acme_desk_booking')
  other.addQuery('desk', current.getValue('desk'))
  other.addQuery('day', current.getValue('day'))
  other.addQuery('state', 'booked')
  other.addQuery('sys_id', '!=', current.getUniqueValue())
  other.setLimit(1)
  other.query()
  if (!other.next()) return
  gs.addErrorMessage(`Desk ${current.getValue('desk')} is taken on that day`)
  current.setAbortAction(true)
}
