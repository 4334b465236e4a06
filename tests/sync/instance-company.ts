import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { pino } from 'pino'

import { type Bridge, createBridge } from '../../node-bridge/src/bridge.ts'
import { loadConfig } from '../../node-bridge/src/config/config.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { installedInstance, type TestInstance } from '../../now-app/test/installed-instance.ts'

/** A call of a page, by the instance's administrator. `connectionId`: where the call is about one. */
export type PageCall = (
  name: keyof typeof CONSOLE_CALLS,
  body?: object,
  connectionId?: string,
  query?: string,
) => Promise<Record<string, unknown>>

export const pageCallOf =
  ({ admin }: Pick<TestInstance, 'admin'>): PageCall =>
  async (operation, body, connectionId = '', query = '') => {
    const { method, path: at } = CONSOLE_CALLS[operation]
    const { status, text, result } = await admin.call(method, at.replace('{connectionId}', connectionId) + query, body)
    if (status >= 300) throw new Error(`${operation} answered ${status}: ${text}`)
    return result ?? {}
  }

/** A company as it is at a customer's: a node, and an instance with the built package, joined by a pairing code. */
export interface InstanceCompany {
  readonly name: string
  readonly bridge: Bridge
  readonly instance: TestInstance
  /** What the node has logged. */
  readonly output: () => string
  readonly call: PageCall
  close(): Promise<void>
}

/** What its admin opens to sync. */
export const OPENED = [
  {
    table: 'incident',
    readFields: [
      'number',
      'short_description',
      'description',
      'state',
      'priority',
      'active',
      'caller_id',
      'close_notes',
    ],
    writeFields: [
      'short_description',
      'description',
      'state',
      'impact',
      'urgency',
      'correlation_id',
      'close_code',
      'close_notes',
    ],
    readJournals: ['comments'],
    writeJournals: ['comments'],
    mayCreate: true,
  },
  { table: 'sys_user', readFields: ['name', 'email'] },
]

export async function startInstanceCompany(
  name: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<InstanceCompany> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-company-'))
  const instance = await installedInstance(name)
  const output: string[] = []
  const shown: string[] = []
  const config = loadConfig({
    ACCORD_DATA_DIR: dataDir,
    ACCORD_PORT: String(await findFreePort()),
    ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
    ACCORD_NODE_NAME: name,
    ACCORD_LOG_LEVEL: 'trace',
    ACCORD_SYNC_PULL_SECONDS: '1',
    ...settings,
  })
  const bridge = await createBridge(config, {
    log: pino({ level: 'trace' }, { write: (line) => void output.push(line) }),
    show: (text) => void shown.push(text),
  })
  const call = pageCallOf(instance)
  const pairingCode = /https?:\S+#pair=\S+/u.exec(shown.join(''))?.[0] ?? ''
  await call('pairNode', { pairingCode })
  await call('putSyncUser', { roles: ['itil'] })
  await call('allowSyncAccess', { tables: OPENED })
  return {
    name,
    bridge,
    instance,
    output: () => output.join(''),
    call,
    close: async () => {
      await bridge.close()
      await instance.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
