import { outgoing } from 'accord'

// What leaves this side of a problem. What is not named here stays at home.
export default outgoing('problem', ({ entity, replica, comments, attachments, firstSync, stop }) => {
  if (firstSync && !entity.active) stop('closed before it was ever sent')

  replica.summary = entity.short_description
  replica.description = entity.description
  replica.status = entity.state.label
  replica.priority = entity.priority.label
  replica.group = entity.assignment_group?.display

  // What was found out: each side adds to it, and sees what the other one knows.
  replica.customKeys['cause'] = entity.cause_notes
  replica.customKeys['workaround'] = entity.workaround
  replica.customKeys['fix'] = entity.fix_notes
  replica.resolution = entity.close_notes

  // Work notes stay at home: comments.visible() has those entries only that customers may read.
  replica.comments = comments.visible()
  replica.attachments = attachments.all()
})
