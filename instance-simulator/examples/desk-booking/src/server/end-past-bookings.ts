import { GlideDateTime, GlideRecord } from '@servicenow/glide'

/** Scheduled job: what lies behind us is over. */
export function endPastBookings(): void {
  const today = new GlideDateTime().getValue().slice(0, 10)
  const booking = new GlideRecord('x_acme_desk_booking')
  booking.addQuery('state', 'booked')
  booking.addQuery('day', '<', today)
  booking.query()
  while (booking.next()) {
    booking.setValue('state', 'over')
    booking.update()
  }
}
