import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { pino } from 'pino'
import { createBridge, type Bridge } from '../../node-bridge/src/bridge.ts'
import { loadConfig } from '../../node-bridge/src/config/config.ts'
import { installedInstance, type Kept, type TestInstance } from './installed-instance.ts'

/** A company with all its real parts: an instance with the packed application, and a bridge beside it. */
export interface Company {
  readonly instance: TestInstance
  readonly bridge: Bridge
  /** Everything the bridge wrote to its log. */
  readonly log: () => string
  close(): Promise<void>
}

/** `scope`: under which its application was built. */
export async function startCompany(name: string, scope?: string, kept?: Kept): Promise<Company> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-app-'))
  const lines: string[] = []
  const config = loadConfig({
    ACCORD_DATA_DIR: dataDir,
    ACCORD_PORT: '0',
    ACCORD_NODE_NAME: name,
    ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
  })
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  const bridge = await createBridge(config, { log, show: () => undefined })
  const instance = await installedInstance(name, scope, kept)
  const { pairingCode } = await bridge.services.pairing.issueCode()
  const { status, text } = await instance.admin.call('POST', CONSOLE_CALLS.pairNode.path, { pairingCode })
  if (status !== 200) throw new Error(`The pairing answered ${status}: ${text}`)
  return {
    instance,
    bridge,
    log: () => lines.join(''),
    close: async () => {
      await bridge.close()
      await instance.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
