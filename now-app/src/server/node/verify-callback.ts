import { CALLBACK_HEADERS, LIMITS, callbackSigningInput } from '@accord/shared/protocol'
import { CertificateEncryption, GlideDateTime } from '@servicenow/glide'
import { Refusal } from '../http/refusal.ts'
import type { RestRequest } from '../platform/rest-exchange.d.ts'
import { equalInConstantTime } from './equal-in-constant-time.ts'

/**
 * Proves that a callback comes from the paired node: HMAC-SHA-256 over its time and its exact body (PROTOCOL.md §8).
 * Refuses `unauthenticated`; `clock_skew` with this instance's time only to a caller who holds the key.
 */
export function verifyCallback(request: RestRequest, body: string, callbackKey: string): void {
  const timestamp = request.getHeader(CALLBACK_HEADERS.timestamp) ?? ''
  const signature = request.getHeader(CALLBACK_HEADERS.signature) ?? ''
  if (!/^\d{10,16}$/.test(timestamp)) throw new Refusal('unauthenticated')
  const expected = macOf(callbackKey, callbackSigningInput(timestamp, body))
  if (!equalInConstantTime(expected, signature)) throw new Refusal('unauthenticated')
  const now = Number(new GlideDateTime().getNumericValue())
  if (Math.abs(now - Number(timestamp)) > LIMITS.callbackToleranceMs)
    throw new Refusal('clock_skew', 'The time of the callback is more than five minutes off.', { instanceTimeMs: now })
}

/** The SDK's types make generateMac static, the platform's documentation calls it on an instance: take what is there. */
function macOf(key: string, data: string): string {
  const engine =
    typeof CertificateEncryption.generateMac === 'function'
      ? CertificateEncryption
      : (new CertificateEncryption() as unknown as typeof CertificateEncryption)
  return engine.generateMac(key, 'HmacSHA256', data)
}
