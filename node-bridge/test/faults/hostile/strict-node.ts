import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { PAIRING_FRAGMENT } from '@accord/shared/protocol'

import {
  createBridgeClient,
  RefusedCall,
  type BridgeClient,
  type CalledOperation,
  type CallOptions,
} from '../company/bridge-client.ts'
import { createBridgeProcess } from '../company/bridge-process.ts'
import { findFreePort } from '../company/free-port.ts'

/** A bridge with the settings of the real world: https only, nothing private. */
export interface StrictNode {
  readonly url: string
  readonly client: BridgeClient
  /** Tries to pair an instance of this URL, each time with a fresh pairing code. Answers the refusal's code, or `taken`. */
  pair(instanceUrl: string): Promise<string>
  close(): Promise<void>
}

export async function startStrictNode(): Promise<StrictNode> {
  const operatorToken = randomBytes(24).toString('base64url')
  const token = randomBytes(32).toString('base64url')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-strict-'))
  const bridge = createBridgeProcess({
    port: await findFreePort(),
    publicUrl: 'https://node-b.example',
    dataDir,
    nodeName: 'Company B',
    operatorToken,
    environment: { ACCORD_ALLOW_HTTP_LOOPBACK: 'false' },
  })
  await bridge.start()
  const client = createBridgeClient(bridge.url, token)
  const operator = createBridgeClient(bridge.url, operatorToken)
  return {
    url: bridge.url,
    client,
    pair: async (instanceUrl) => {
      const { pairingCode } = await operator.call('issuePairingCode')
      const pairingSecret = pairingCode.slice(pairingCode.indexOf(PAIRING_FRAGMENT) + PAIRING_FRAGMENT.length)
      const facts = { instanceName: 'B', instanceVersion: 'Zurich', appVersion: '0.1.0', actor: 'admin' }
      const callbackKey = randomBytes(32).toString('base64')
      return outcomeOf(client, 'pairInstance', { body: { pairingSecret, token, callbackKey, instanceUrl, ...facts } })
    },
    async close() {
      await bridge.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The refusal's code, or `taken` when there was none. */
export async function outcomeOf(
  client: BridgeClient,
  operation: CalledOperation,
  options: CallOptions,
): Promise<string> {
  try {
    await client.call(operation, options)
    return 'taken'
  } catch (error) {
    if (error instanceof RefusedCall) return error.problem.code
    throw error
  }
}
