import { GlideRecord } from '@servicenow/glide'
import { findAccess } from '../access/sync-access.ts'

export interface Author {
  /** The user's name for signing in, as the platform stamps it on what somebody wrote; empty where it may not leave. */
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Who wrote something. What sync access does not let leave of `sys_user` does not leave here, the name for signing in included. */
export type AuthorOf = (userName: string) => Author

export function authors(): AuthorOf {
  const known = new Map<string, Author>()
  const readable = findAccess('sys_user')?.readFields ?? []
  return (userName) => {
    const author = known.get(userName) ?? findAuthor(userName, readable)
    known.set(userName, author)
    return author
  }
}

function findAuthor(userName: string, readable: readonly string[]): Author {
  const row = new GlideRecord('sys_user')
  const isThere = readable.length > 0 && row.get('user_name', userName)
  const shown = (field: string): string => (isThere && readable.includes(field) ? (row.getValue(field) ?? '') : '')
  return { id: readable.includes('user_name') ? userName : '', name: shown('name'), email: shown('email') }
}
