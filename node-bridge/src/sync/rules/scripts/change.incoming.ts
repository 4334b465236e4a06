import { incoming, map } from 'accord'

// What is written here when their change request is opened or changes.
export default incoming(
  'change_request',
  ({ replica, entity, firstSync, changed, commentHelper, attachmentHelper, syncHelper, connection }) => {
    const textOf = (key: string) => String(replica.customKeys[key] ?? '')
    if (firstSync) {
      entity.correlation_id = replica.key
      entity.correlation_display = connection.remote
      // A side that knows no types sends a normal change.
      entity.type = map(textOf('type'), { Normal: 'Normal', Standard: 'Standard', Emergency: 'Emergency' }, 'Normal')
      syncHelper.syncBackAfterProcessing() // tells them our number
    }

    if (changed('summary')) entity.short_description = replica.summary ?? '(no summary)'
    if (changed('description')) entity.description = replica.description ?? ''
    if (changed('customKeys.justification')) entity.justification = textOf('justification')
    if (changed('customKeys.implementation')) entity.implementation_plan = textOf('implementation')
    if (changed('customKeys.backout')) entity.backout_plan = textOf('backout')
    if (changed('customKeys.test')) entity.test_plan = textOf('test')
    if (changed('customKeys.start')) entity.start_date = textOf('start')
    if (changed('customKeys.end')) entity.end_date = textOf('end')
    if (changed('resolution') && replica.resolution) entity.close_notes = replica.resolution

    // Each side approves for itself: their state is a note for those who work here, and moves nothing but a cancellation.
    // To follow it further, write a line here for each of their states that may become one of ours.
    if (changed('status') && replica.status) {
      const ours = map(replica.status, { Canceled: 'Canceled', "Won't Do": 'Canceled' }, replica.status)
      if (ours === 'Canceled') entity.state = ours
      else commentHelper.add('work_notes', `${connection.remote}: ${replica.key} is ${replica.status}`)
    }

    commentHelper.mergeComments({ format: ({ author, body }) => `${author.name} (${connection.remote}):\n${body}` })
    attachmentHelper.mergeAttachments()
  },
)
