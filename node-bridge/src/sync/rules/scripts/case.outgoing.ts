import { outgoing } from 'accord'

// What leaves this side of a case. What is not named here stays at home.
export default outgoing('sn_customerservice_case', ({ entity, replica, comments, attachments, firstSync, stop }) => {
  if (firstSync && !entity.active) stop('closed before it was ever sent')

  replica.summary = entity.short_description
  replica.description = entity.description
  replica.status = entity.state.label
  replica.priority = entity.priority.label
  replica.group = entity.assignment_group?.display
  replica.resolution = entity.close_notes
  replica.customKeys['cause'] = entity.cause

  const contact = entity.contact?.get()
  if (contact) replica.reporter = { name: contact.name, email: contact.email }

  // Work notes stay at home: comments.visible() has those entries only that customers may read.
  replica.comments = comments.visible()
  replica.attachments = attachments.all()
})
