import { outgoing } from 'accord'

// Basic mode, version 1: what leaves this side of an incident. What is not named here stays at home.
export default outgoing('incident', ({ entity, replica, comments, attachments, firstSync, stop }) => {
  if (firstSync && !entity.active) stop('closed before it was ever sent')

  replica.summary = entity.short_description
  replica.description = entity.description
  replica.status = entity.state.label
  replica.priority = entity.priority.label
  replica.group = entity.assignment_group?.display

  const caller = entity.caller_id?.get()
  if (caller) replica.reporter = { name: caller.name, email: caller.email }

  // Work notes stay at home: comments.visible() has those entries only that customers may read.
  replica.comments = comments.visible()

  // Files follow by themselves; the text never waits for them. What is too large for either side is named on the pair's page.
  replica.attachments = attachments.all()

  replica.resolution = entity.close_notes
  replica.customKeys['closeCode'] = entity.close_code.label
})
