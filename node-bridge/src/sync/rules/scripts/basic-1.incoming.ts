import { incoming, map } from 'accord'

// Basic mode, version 1: what is written here when their incident is opened or changes.
export default incoming(
  'incident',
  ({ replica, entity, firstSync, changed, nodeHelper, commentHelper, attachmentHelper, syncHelper, connection }) => {
    if (firstSync) {
      entity.caller_id = nodeHelper.getUserByEmail(replica.reporter?.email)
      entity.correlation_id = replica.key
      entity.correlation_display = connection.remote
      syncHelper.syncBackAfterProcessing() // tells them our number
    }

    if (changed('summary')) entity.short_description = replica.summary ?? '(no summary)'
    if (changed('description')) entity.description = replica.description ?? ''

    // Their priority by its number or by its word → our impact and urgency, from which this instance derives its own priority.
    if (changed('priority')) {
      const [impact, urgency] = map(
        replica.priority?.replace(/^(\d) - .*$/, '$1'),
        {
          1: ['1', '1'],
          2: ['1', '2'],
          3: ['2', '2'],
          4: ['2', '3'],
          5: ['3', '3'],
          Highest: ['1', '1'],
          High: ['1', '2'],
          Medium: ['2', '2'],
          Low: ['2', '3'],
          Lowest: ['3', '3'],
        },
        ['3', '3'],
      )
      entity.impact = impact
      entity.urgency = urgency
    }

    // Their state → ours. A state that is missing here stops this incident only, and says which line to add.
    if (changed('status')) {
      entity.state = map(replica.status, {
        New: 'New',
        'In Progress': 'In Progress',
        'On Hold': 'On Hold',
        Resolved: 'Resolved',
        Closed: 'Closed',
        Canceled: 'Canceled',
        // The words of a case.
        Open: 'In Progress',
        'Awaiting Info': 'On Hold',
        Cancelled: 'Canceled',
        // The words of a Jira-like side.
        'To Do': 'New',
        Blocked: 'On Hold',
        Done: 'Resolved',
      })
    }
    if (changed('resolution') && replica.resolution) entity.close_notes = replica.resolution
    // Their resolution code, by its label. One that this instance does not list stops this incident only, and is named.
    const closeCode: unknown = replica.customKeys['closeCode']
    if (changed('customKeys.closeCode') && closeCode) entity.close_code = closeCode as typeof entity.close_code

    commentHelper.mergeComments({ format: ({ author, body }) => `${author.name} (${connection.remote}):\n${body}` })
    attachmentHelper.mergeAttachments()
  },
)
