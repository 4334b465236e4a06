import { outgoing } from 'accord'

// What leaves this side of a change request. What is not named here stays at home.
export default outgoing('change_request', ({ entity, replica, comments, attachments, firstSync, stop }) => {
  if (firstSync && !entity.active) stop('closed before it was ever sent')

  replica.summary = entity.short_description
  replica.description = entity.description
  replica.status = entity.state.label
  replica.resolution = entity.close_notes
  replica.group = entity.assignment_group?.display

  replica.customKeys['type'] = entity.type.label
  replica.customKeys['justification'] = entity.justification
  replica.customKeys['implementation'] = entity.implementation_plan
  replica.customKeys['backout'] = entity.backout_plan
  replica.customKeys['test'] = entity.test_plan
  replica.customKeys['start'] = entity.start_date
  replica.customKeys['end'] = entity.end_date

  // Work notes stay at home: comments.visible() has those entries only that customers may read.
  replica.comments = comments.visible()
  replica.attachments = attachments.all()
})
