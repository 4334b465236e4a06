import { faultOfUrl, PAIRING_FRAGMENT, URL_FAULTS } from '@accord/shared/protocol'
import { gs } from '@servicenow/glide'
import { Refusal } from '../http/refusal.ts'

export interface PairingCode {
  /** Without a slash at the end. */
  readonly nodeUrl: string
  readonly secret: string
}

const SHAPE = /(https?:\/\/[^\s"'<>#?]+?)\/*#pair=([A-Za-z0-9_-]{16,200})/i
const LOOPBACK = /^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?(?:\/|$)/i

/**
 * Reads `nodeUrl#pair=secret` out of what a person pasted; line breaks, quotes and words around it do no harm.
 * Refuses `pairing_malformed`, and `url_refused` when the token would travel over plain HTTP.
 */
export function parsePairingCode(pasted: string): PairingCode {
  const match = SHAPE.exec(pasted.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ''))
  const [, nodeUrl, secret] = match ?? []
  if (!nodeUrl || !secret) throw new Refusal('pairing_malformed', `A pairing code contains ${PAIRING_FRAGMENT}.`)
  if (!mayCarryToken(nodeUrl)) throw new Refusal('url_refused', 'A node is paired over https only.', { nodeUrl })
  const fault = faultOfUrl(nodeUrl)
  if (fault) throw new Refusal('url_refused', `The address of the node ${URL_FAULTS[fault]}.`, { nodeUrl })
  return { nodeUrl, secret }
}

const mayCarryToken = (nodeUrl: string): boolean =>
  /^https:/i.test(nodeUrl) ||
  LOOPBACK.test(nodeUrl) ||
  gs.getProperty('x_accord_bridge.node.allow_plain_http', 'false') === 'true'
