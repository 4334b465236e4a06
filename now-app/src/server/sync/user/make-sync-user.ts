import { GlideRecord } from '@servicenow/glide'
import { Refusal } from '../../http/refusal.ts'
import { rowRefused } from '../../connection-rows/require-written.ts'
import { secureRecord } from '../../platform/secure-record.ts'
import { writeSecurely } from '../access/write-securely.ts'
import { SYNC_USER } from '../names.ts'

/** Roles that open more than records. Accord never grants them; an administrator may grant them by hand. */
const WITHHELD =
  /^(?:admin|security_admin|maint|nobody|public|impersonator|user_admin|role_delegator|oauth_admin|.*\.admin)$/

/**
 * Makes the user as whom the jobs write, or repairs it, and gives it these roles. Everything is done under the rights of who is
 * logged in: who may not make users or give a role cannot do it here either. Nobody can sign in as it: it has no password.
 */
export function makeSyncUser(roles: readonly string[]): void {
  const withheld = roles.filter((role) => WITHHELD.test(role))
  if (withheld.length > 0) throw new Refusal('malformed', `Accord gives no sync user the role ${withheld.join(', ')}.`)
  const ids = roles.map(roleId)
  putUser()
  for (const role of ids) giveRole(role)
}

function roleId(name: string): string {
  const row = new GlideRecord('sys_user_role')
  if (!row.get('name', name)) throw new Refusal('malformed', `This instance has no role ${name}.`)
  return row.getUniqueValue()
}

function putUser(): void {
  const row = secureRecord('sys_user')
  const isThere = row.get(SYNC_USER.sysId)
  if (!isThere) {
    row.initialize()
    row.setNewGuidValue(SYNC_USER.sysId)
  }
  if (!(isThere ? row.canWrite() : row.canCreate())) throw mayNot('make users')
  writeSecurely(row, {
    ...(isThere ? {} : { user_name: SYNC_USER.userName, first_name: 'Accord', last_name: 'Sync' }),
    active: 'true',
    locked_out: 'false',
    web_service_access_only: 'true',
  })
  if (!(isThere ? row.update() : row.insert())) throw rowRefused(row)
}

function giveRole(role: string): void {
  const known = new GlideRecord('sys_user_has_role')
  known.addQuery('user', SYNC_USER.sysId)
  known.addQuery('role', role)
  known.query()
  if (known.next()) return
  const row = secureRecord('sys_user_has_role')
  row.initialize()
  if (!row.canCreate()) throw mayNot('give roles')
  writeSecurely(row, { user: SYNC_USER.sysId, role })
  if (!row.insert()) throw rowRefused(row)
}

const mayNot = (what: string): Refusal =>
  new Refusal('missing_role', `You may not ${what} on this instance. An administrator of the instance can.`)
