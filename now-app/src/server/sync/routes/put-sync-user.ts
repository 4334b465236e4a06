import type { SyncUser } from '@accord/shared/schemas'
import { readObject } from '../../http/read-body.ts'
import type { RestRequest } from '../../platform/rest-exchange.d.ts'
import { list, object, text } from '../call/read-input.ts'
import { describeSyncUser } from '../user/describe-sync-user.ts'
import { startChecking } from '../user/check-rights.ts'
import { makeSyncUser } from '../user/make-sync-user.ts'

const BODY = object({ roles: list(text(/^[A-Za-z0-9_.-]{1,100}$/), 20) })

/** Makes or repairs the sync user. Its rights are checked in the background; whoever reads it again sees them. */
export function putSyncUser(request: RestRequest): SyncUser {
  makeSyncUser(BODY(readObject(request), '').roles)
  startChecking()
  return describeSyncUser()
}
