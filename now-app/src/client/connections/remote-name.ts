import { shownHost } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** The other side's name and place, as far as they are known before it accepts. */
export const remotePlace = ({ remote }: ConnectionSnapshot): string | null =>
  [remote.name, hostOf(remote)].filter(Boolean).join(' · ') || null

function hostOf({ instanceUrl, nodeUrl }: ConnectionSnapshot['remote']): string | null {
  const url = instanceUrl ?? nodeUrl
  return url === null ? null : shownHost(url)
}
