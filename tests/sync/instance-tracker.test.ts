import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'

import { DEFAULT_API_BASE } from '@accord/shared/protocol'
import { afterAll, beforeAll } from '@jest/globals'

import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { createInstanceClient } from '../../node-bridge/src/instance/instance-client.ts'
import { createPostToInstance } from '../../node-bridge/src/instance/post-to-instance.ts'
import { sealCallbackKey } from '../../node-bridge/src/instance/callback-key.ts'
import { createUrlGuard } from '../../node-bridge/src/network/url-guard.ts'
import { type Database, openDatabase } from '../../node-bridge/src/store/engine/database.ts'
import { replacePairing } from '../../node-bridge/src/store/instance/pairings.ts'
import { createInstanceTracker } from '../../node-bridge/src/trackers/servicenow/servicenow-tracker.ts'
import { createVault } from '../../node-bridge/src/vault/vault.ts'
import { describeTracker } from '../../node-bridge/test/trackers/tracker-contract.ts'
import { INCIDENT_ACCESS, syncInstance, type SyncInstance } from '../../now-app/test/sync/sync-instance.ts'

/** An instance with the built package, and the node's own way to it: its pairing, its signature, its HTTP client. */
let sync: SyncInstance
let database: Database
let dataDir: string
let instanceUrl = ''
const vault = createVault(randomBytes(32))
const guard = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [] })
const now = () => new Date()

beforeAll(async () => {
  sync = await syncInstance()
  await sync.allow('incident', {
    ...INCIDENT_ACCESS,
    read_journals: 'comments,work_notes',
    write_journals: 'comments,work_notes',
  })
  instanceUrl = sync.instance.url
  dataDir = mkdtempSync(path.join(tmpdir(), 'accord-tracker-'))
  database = await openDatabase({ dataDir, databaseUrl: undefined })
  const { callbackKey } = sync.node.secrets()
  await database.transaction((transaction) =>
    replacePairing(transaction, {
      instanceUrl,
      apiBase: DEFAULT_API_BASE,
      instanceId: null,
      instanceName: 'Company A',
      instanceVersion: 'Zurich',
      appVersion: '0.1.0',
      tokenHash: 'hash',
      callbackKeySealed: sealCallbackKey(vault, callbackKey),
      pairedBy: 'admin',
      pairedAt: now(),
    }),
  )
}, 300_000)
afterAll(async () => {
  guard.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
  await sync.close()
})

const PACES = { busyMs: 50, idleMs: 200, fastScanMs: 300 }

describeTracker('a ServiceNow instance', async () => {
  const { instance } = sync
  const post = createPostToInstance({ database, vault, instance: createInstanceClient(guard, now), now })
  const log = { warn: () => undefined }
  let isSilent = false
  return {
    tracker: createInstanceTracker({ post, instanceUid: 'here', now, log, paces: PACES }),
    create: async (summary) => {
      if (!isSilent) return sync.incident({ short_description: summary })
      // As a script that has switched rules off.
      return instance.simulator.store.insert('incident', { short_description: summary }, systemCaller)['sys_id'] ?? ''
    },
    update: (id, summary) => sync.change(id, { short_description: summary }),
    comment: (id, body, isInternal) => sync.change(id, { [isInternal ? 'work_notes' : 'comments']: body }),
    remove: async (id) => void (await instance.mutate('delete', 'incident', id, {})),
    loseNotices: () => void (isSilent = true),
    close: async () => undefined,
  }
})
