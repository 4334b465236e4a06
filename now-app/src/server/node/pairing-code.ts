import { faultOfUrl, PAIRING_FRAGMENT, readPairingCode, URL_FAULTS } from '@accord/shared/protocol'
import type { PastedPairingCode } from '@accord/shared/protocol'
import { gs } from '@servicenow/glide'
import { Refusal } from '../http/refusal.ts'
import { PROPERTIES } from '../names.ts'

export type PairingCode = PastedPairingCode

const LOOPBACK = /^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?(?:\/|$)/i

/**
 * Reads `nodeUrl#pair=secret` out of what a person pasted, under whatever mail, chat and terminals made of it.
 * Refuses `pairing_malformed`, and `url_refused` when the token would travel over plain HTTP.
 */
export function parsePairingCode(pasted: string): PairingCode {
  const code = readPairingCode(String(pasted))
  if (!code) throw new Refusal('pairing_malformed', `A pairing code contains ${PAIRING_FRAGMENT}.`)
  const { nodeUrl, secret } = code
  if (!mayCarryToken(nodeUrl)) throw new Refusal('url_refused', 'A node is paired over https only.', { nodeUrl })
  const fault = faultOfUrl(nodeUrl)
  if (fault) throw new Refusal('url_refused', `The address of the node ${URL_FAULTS[fault]}.`, { nodeUrl })
  return { nodeUrl, secret }
}

const mayCarryToken = (nodeUrl: string): boolean =>
  /^https:/i.test(nodeUrl) || LOOPBACK.test(nodeUrl) || gs.getProperty(PROPERTIES.allowPlainHttp, 'false') === 'true'
