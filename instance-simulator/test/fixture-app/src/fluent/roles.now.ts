import { Role } from '@servicenow/sdk/core'

export const reader = Role({ name: 'x_acme_shelf.reader', description: 'May read books' })

export const librarian = Role({
  name: 'x_acme_shelf.librarian',
  description: 'May lend books',
  containsRoles: [reader],
})
