import { incoming, map } from 'accord'

// What is written here when their catalogue task is opened or changes. Their requested item stays theirs: it is named in the text.
export default incoming(
  'sc_task',
  ({ replica, entity, firstSync, changed, commentHelper, attachmentHelper, syncHelper, connection }) => {
    if (firstSync) {
      entity.correlation_id = replica.key
      entity.correlation_display = connection.remote
      syncHelper.syncBackAfterProcessing() // tells them our number
    }

    if (changed('summary')) entity.short_description = replica.summary ?? '(no summary)'
    if (changed('description', 'customKeys.item', 'customKeys.quantity')) {
      const { requestedItem, item, quantity } = replica.customKeys
      const requested = item ? `${String(quantity ?? 1)} × ${String(item)} (${String(requestedItem)})` : ''
      const text = replica.description ?? ''
      entity.description = requested === '' ? text : `${requested}\n${text}`.trimEnd()
    }

    // Their state → ours. A state that is missing here stops this task only, and says which line to add.
    if (changed('status')) {
      entity.state = map(replica.status, {
        Pending: 'Pending',
        Open: 'Open',
        'Work in Progress': 'Work in Progress',
        'Closed Complete': 'Closed Complete',
        'Closed Incomplete': 'Closed Incomplete',
        'Closed Skipped': 'Closed Skipped',
        // The words of a Jira-like side.
        'To Do': 'Open',
        'In Progress': 'Work in Progress',
        Blocked: 'Pending',
        Done: 'Closed Complete',
      })
    }
    if (changed('resolution') && replica.resolution) entity.close_notes = replica.resolution

    commentHelper.mergeComments({ format: ({ author, body }) => `${author.name} (${connection.remote}):\n${body}` })
    attachmentHelper.mergeAttachments()
  },
)
