import { outgoing } from 'accord'

// What leaves this side of a catalogue task, with the item that was requested. What is not named here stays at home.
export default outgoing('sc_task', ({ entity, replica, comments, attachments, firstSync, stop }) => {
  if (firstSync && !entity.active) stop('closed before it was ever sent')

  replica.summary = entity.short_description
  // Without the line above it that says what the other side has requested: it is theirs.
  replica.description = entity.description.replace(/^\d+ × .+ \(\w+\)(?:\n|$)/, '')
  replica.status = entity.state.label
  replica.resolution = entity.close_notes
  replica.group = entity.assignment_group?.display

  // What was requested, for whom, and under which number people of this side know it.
  const item = entity.request_item?.get()
  if (item) {
    replica.customKeys['requestedItem'] = item.number
    replica.customKeys['item'] = item.cat_item?.display ?? item.short_description
    replica.customKeys['quantity'] = item.quantity
    const person = item.requested_for?.get()
    if (person) replica.reporter = { name: person.name, email: person.email }
  }

  // Work notes stay at home: comments.visible() has those entries only that customers may read.
  replica.comments = comments.visible()
  replica.attachments = attachments.all()
})
