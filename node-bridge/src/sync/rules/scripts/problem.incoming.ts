import { incoming, map } from 'accord'

// What is written here when their problem is opened or changes.
export default incoming(
  'problem',
  ({ replica, entity, firstSync, changed, commentHelper, attachmentHelper, syncHelper, connection }) => {
    if (firstSync) {
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

    // Their state → ours. A state that is missing here stops this problem only, and says which line to add.
    if (changed('status')) {
      entity.state = map(replica.status, {
        New: 'New',
        Assess: 'Assess',
        'Root Cause Analysis': 'Root Cause Analysis',
        'Fix in Progress': 'Fix in Progress',
        Resolved: 'Resolved',
        Closed: 'Closed',
        // The words of a Jira-like side.
        'To Do': 'New',
        'In Progress': 'Root Cause Analysis',
        Done: 'Resolved',
      })
    }

    const textOf = (key: string) => String(replica.customKeys[key] ?? '')
    if (changed('customKeys.cause')) entity.cause_notes = textOf('cause')
    if (changed('customKeys.workaround')) entity.workaround = textOf('workaround')
    if (changed('customKeys.fix')) entity.fix_notes = textOf('fix')
    if (changed('resolution') && replica.resolution) entity.close_notes = replica.resolution

    commentHelper.mergeComments({ format: ({ author, body }) => `${author.name} (${connection.remote}):\n${body}` })
    attachmentHelper.mergeAttachments()
  },
)
