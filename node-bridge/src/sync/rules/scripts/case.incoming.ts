import { incoming, map } from 'accord'

// What is written here when their case, or their incident, is opened or changes.
export default incoming(
  'sn_customerservice_case',
  ({ replica, entity, firstSync, changed, nodeHelper, commentHelper, attachmentHelper, syncHelper, connection }) => {
    if (firstSync) {
      const email = replica.reporter?.email
      entity.contact = email ? nodeHelper.find('customer_contact', { email }) : null
      entity.correlation_id = replica.key
      entity.correlation_display = connection.remote
      syncHelper.syncBackAfterProcessing() // tells them our number
    }

    if (changed('summary')) entity.short_description = replica.summary ?? '(no summary)'
    if (changed('description')) entity.description = replica.description ?? ''

    // Their priority by its number or by its word. A case has four; what is lower becomes the lowest.
    if (changed('priority')) {
      entity.priority = map(
        replica.priority?.replace(/^(\d) - .*$/, '$1'),
        { 1: '1', 2: '2', 3: '3', 4: '4', Highest: '1', High: '2', Medium: '3', Low: '4' },
        '4',
      )
    }

    // Their state → ours. A state that is missing here stops this case only, and says which line to add.
    if (changed('status')) {
      entity.state = map(replica.status, {
        New: 'New',
        Open: 'Open',
        'Awaiting Info': 'Awaiting Info',
        Resolved: 'Resolved',
        Closed: 'Closed',
        Cancelled: 'Cancelled',
        // The words of an incident.
        'In Progress': 'Open',
        'On Hold': 'Awaiting Info',
        Canceled: 'Cancelled',
        // The words of a Jira-like side.
        'To Do': 'New',
        Blocked: 'Awaiting Info',
        Done: 'Resolved',
      })
    }
    if (changed('resolution') && replica.resolution) entity.close_notes = replica.resolution
    if (changed('customKeys.cause')) entity.cause = String(replica.customKeys['cause'] ?? '')

    commentHelper.mergeComments({ format: ({ author, body }) => `${author.name} (${connection.remote}):\n${body}` })
    attachmentHelper.mergeAttachments()
  },
)
