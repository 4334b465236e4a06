import { useHost } from '../host/console-host.ts'
import { NotFoundPage } from './not-found-page.tsx'

/** Only a host with users of its own has this page; the instance's users are the platform's. */
export function UsersRoute() {
  const { parts } = useHost()
  return parts ? <parts.Users /> : <NotFoundPage />
}
