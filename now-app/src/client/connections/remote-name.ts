import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** Host name of an address, or the text itself where it is none. */
export function hostOf(url: string | null): string | null {
  if (!url) return null
  try {
    return new URL(url).host
  } catch {
    return url
  }
}

/** The other side's name and place, as far as they are known before it accepts. */
export const remotePlace = ({ remote }: ConnectionSnapshot): string | null =>
  [remote.name, hostOf(remote.instanceUrl ?? remote.nodeUrl)].filter(Boolean).join(' · ') || null
