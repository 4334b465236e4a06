import { incoming, map } from 'accord'

export default incoming(
  'incident',
  ({ replica, entity, firstSync, changed, nodeHelper, commentHelper, attachmentHelper, syncHelper, connection }) => {
    if (firstSync) {
      entity.caller_id =
        nodeHelper.getUserByEmail(replica.reporter?.email) ?? nodeHelper.find('sys_user', { user_name: 'partner.desk' })
      entity.assignment_group = nodeHelper.getTableByName('sys_user_group', 'Service Desk')
      entity.correlation_id = replica.key
      entity.correlation_display = connection.remote
      syncHelper.syncBackAfterProcessing() // tells them our number
    }

    if (changed('summary')) entity.short_description = replica.summary ?? '(no summary)'
    if (changed('description')) entity.description = replica.description ?? ''

    if (changed('priority')) {
      const [impact, urgency] = map(
        replica.priority,
        {
          Highest: ['1', '1'],
          High: ['2', '1'],
          Medium: ['2', '2'],
          Low: ['3', '2'],
          Lowest: ['3', '3'],
        },
        ['3', '3'],
      )
      entity.impact = impact
      entity.urgency = urgency
    }

    if (changed('status')) {
      entity.state = map(replica.status, {
        'To Do': 'New',
        'In Progress': 'In Progress',
        Blocked: 'On Hold',
        Done: 'Resolved',
      })
      if (entity.state.label === 'Resolved') {
        entity.close_code = 'Solved (Permanently)'
        entity.close_notes = replica.resolution ?? `Resolved by ${connection.remote}`
      }
    }

    commentHelper.mergeComments({ format: ({ author, body }) => `${author.name} (${connection.remote}):\n${body}` })
    attachmentHelper.mergeAttachments(({ bytes }) => bytes <= 20_000_000)
  },
)
