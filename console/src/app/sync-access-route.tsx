import { useHost } from '../host/console-host.ts'
import { SyncAccessPage } from '../access/sync-access-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** Only an instance has records of its own to open. */
export function SyncAccessRoute() {
  return useHost().offers('readSyncAccess') ? <SyncAccessPage /> : <NotFoundPage />
}
