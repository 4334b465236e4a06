import type { Caller } from '../contracts.ts'

/** Scripts, the installer, scheduled jobs: above the ACLs. */
export const systemCaller: Caller = { kind: 'system', userSysId: '', userName: 'system', roles: new Set(['admin']) }

/** Nobody has logged in. */
export const guestCaller: Caller = {
  kind: 'guest',
  userSysId: '5136503cc611227c0183e96598c4f706',
  userName: 'guest',
  roles: new Set(['public']),
}
