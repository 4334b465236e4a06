import { ApplicationMenu } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'

export const menu = ApplicationMenu({
  $id: Now.ID['menu'],
  title: 'Accord',
  hint: 'Connections with other companies',
  description: 'Connects this instance with other companies’ trackers',
  roles: [auditor],
  active: true,
})
