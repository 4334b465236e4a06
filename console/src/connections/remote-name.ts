import { shownHost } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { remoteUrlOf } from '../invitation/issued-code.ts'

/** The other side's name and place, as far as they are known before it accepts. */
export function remotePlace(connection: ConnectionSnapshot): string | null {
  const url = remoteUrlOf(connection)
  return [connection.remote.name, url === null ? null : shownHost(url)].filter(Boolean).join(' · ') || null
}
