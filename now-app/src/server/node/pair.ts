import { GlideDigest } from '@servicenow/glide'
import { apiBaseOf, ERROR_CODES } from '@accord/shared/protocol'
import type { PairingResponse } from '@accord/shared/schemas'
import { APP_VERSION } from '../app-version.ts'
import { callNodeAt } from '../bridge-client.ts'
import { actorName } from '../connections/actor-name.ts'
import { Refusal } from '../http/refusal.ts'
import { SCOPE } from '../scope.ts'
import { instanceId, instanceName, instanceUrl, instanceVersion } from './instance-address.ts'
import { parsePairingCode } from './pairing-code.ts'
import type { PairingCode } from './pairing-code.ts'
import { completeAttempt, dropAttempt, findSecrets, storeAttempt } from './pairing-record.ts'
import type { PairingSecrets } from './pairing-record.ts'
import { randomSecret } from './random-secret.ts'

/**
 * Pairs this instance with the node of a pairing code. The secrets are made here and stored before the node is called, so
 * that a lost answer is repaired by pasting the same code again: the node then gets the same request and gives the same
 * answer. The code itself is kept nowhere, only its digest. The old pairing holds until the new one stands.
 */
export function pair(pasted: string, requestId: string): PairingResponse {
  const code = parsePairingCode(pasted)
  const digest = new GlideDigest().getSHA256Hex(`${code.nodeUrl}#${code.secret}`)
  const secrets = findSecrets(digest) ?? newSecrets(digest, code.nodeUrl)
  const answer = askNode(code, digest, secrets, requestId)
  completeAttempt(digest, secrets, answer)
  return answer
}

function newSecrets(digest: string, nodeUrl: string): PairingSecrets {
  const secrets = { token: randomSecret(), callbackKey: randomSecret() }
  storeAttempt(digest, nodeUrl, secrets)
  return secrets
}

function askNode(code: PairingCode, digest: string, secrets: PairingSecrets, requestId: string): PairingResponse {
  try {
    return callNodeAt(code.nodeUrl, 'pairInstance', {
      requestId,
      body: {
        pairingSecret: code.secret,
        ...secrets,
        instanceUrl: instanceUrl(),
        ...(instanceId() ? { instanceId: instanceId() } : {}),
        apiBase: apiBaseOf(SCOPE),
        instanceName: instanceName(),
        instanceVersion: instanceVersion(),
        appVersion: APP_VERSION,
        actor: actorName(),
      },
    })
  } catch (thrown) {
    // The same call would be refused for ever: nothing has to be kept for a repetition.
    if (thrown instanceof Refusal && !ERROR_CODES[thrown.code].retry) dropAttempt(digest)
    throw thrown
  }
}
