import { gs } from '@servicenow/glide'
import { PROPERTIES } from '../names.ts'

/** Milliseconds a call to the node may take: the property, kept between one second and one minute. */
export function httpTimeoutMs(): number {
  const set = Number(gs.getProperty(PROPERTIES.httpTimeoutMs, '15000'))
  return Math.min(60_000, Math.max(1_000, set || 15_000))
}
