import { gs } from '@servicenow/glide'
import { PROPERTIES } from '../names.ts'

/** The platform ends every outbound call after this time, whatever a script asks for. */
export const PLATFORM_CAP_MS = 30_000

/** A page that reads holds up its person's session meanwhile. */
const READ_CAP_MS = 5_000

/** Milliseconds a call that changes nothing may take. */
export const readTimeoutMs = (): number => Math.min(READ_CAP_MS, httpTimeoutMs())

/** Milliseconds a call to the node may take: the property, kept between one second and the platform's own limit. */
export function httpTimeoutMs(): number {
  const set = Number(gs.getProperty(PROPERTIES.httpTimeoutMs, '15000'))
  return Math.min(PLATFORM_CAP_MS, Math.max(1_000, set || 15_000))
}
