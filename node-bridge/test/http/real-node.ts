import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { DEFAULT_API_BASE, PAIRING_FRAGMENT } from '@accord/shared/protocol'
import { pino } from 'pino'

import { createBridge, type Bridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { answering, serve } from '../nodes/stub-server.ts'
import { OPERATOR_TOKEN } from './stub-services.ts'

export interface RealNode {
  readonly bridge: Bridge
  readonly url: string
  /** What its instance calls with, after `pair`. */
  readonly token: string
  readonly pairing: object
  close(): Promise<void>
}

/** A whole node with its own database on a free port, and an instance that takes its callbacks. */
export async function startRealNode(name: string, settings: Readonly<Record<string, string>> = {}): Promise<RealNode> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-http-'))
  const instance = await serve(answering(200, { result: {} }))
  const config = loadConfig({
    ACCORD_DATA_DIR: dataDir,
    ACCORD_PORT: '0',
    ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
    ACCORD_NODE_NAME: name,
    ACCORD_OPERATOR_TOKEN: OPERATOR_TOKEN,
    ...settings,
  })
  const bridge = await createBridge(config, { log: pino({ level: 'silent' }), show: () => undefined })
  const { pairingCode } = await bridge.services.pairing.issueCode()
  const token = randomBytes(24).toString('base64url')
  return {
    bridge,
    url: bridge.listenUrl,
    token,
    pairing: {
      pairingSecret: pairingCode.split(PAIRING_FRAGMENT)[1],
      token,
      callbackKey: randomBytes(32).toString('base64'),
      instanceUrl: instance.origin,
      apiBase: DEFAULT_API_BASE,
      instanceName: name,
      instanceVersion: 'Zurich',
      appVersion: '0.1.0',
      actor: 'admin',
    },
    close: async () => {
      await bridge.close()
      await instance.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
