import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { DEFAULT_API_BASE } from '@accord/shared/protocol'

import { createInstanceClient } from '../../node-bridge/src/instance/instance-client.ts'
import { createBreaker } from '../../node-bridge/src/instance/instance-breaker.ts'
import { createPostToInstance } from '../../node-bridge/src/instance/post-to-instance.ts'
import { sealCallbackKey } from '../../node-bridge/src/instance/callback-key.ts'
import { createUrlGuard } from '../../node-bridge/src/network/url-guard.ts'
import { openDatabase } from '../../node-bridge/src/store/engine/database.ts'
import { replacePairing } from '../../node-bridge/src/store/instance/pairings.ts'
import type { Paces } from '../../node-bridge/src/trackers/servicenow/paces.ts'
import { createInstanceTracker } from '../../node-bridge/src/trackers/servicenow/servicenow-tracker.ts'
import type { Tracker } from '../../node-bridge/src/trackers/tracker.ts'
import { createVault } from '../../node-bridge/src/vault/vault.ts'
import { syncInstance, type SyncInstance } from '../../now-app/test/sync/sync-instance.ts'

/** An instance with the built package, and the node's own way to it: its pairing, its signature, its HTTP client. */
export interface PairedTracker {
  readonly sync: SyncInstance
  /** `now`: the clock by which the tracker paces itself; signatures keep to the real one. */
  tracker(paces: Partial<Paces>, now?: () => Date): Tracker
  close(): Promise<void>
}

const realTime = () => new Date()

export async function pairedTracker(): Promise<PairedTracker> {
  const sync = await syncInstance()
  const vault = createVault(randomBytes(32))
  const guard = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [] })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-tracker-'))
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  const { callbackKey } = sync.node.secrets()
  await database.transaction((transaction) =>
    replacePairing(transaction, {
      instanceUrl: sync.instance.url,
      apiBase: DEFAULT_API_BASE,
      instanceId: null,
      instanceName: 'Company A',
      instanceVersion: 'Zurich',
      appVersion: '0.1.0',
      tokenHash: 'hash',
      callbackKeySealed: sealCallbackKey(vault, callbackKey),
      pairedBy: 'admin',
      pairedAt: realTime(),
    }),
  )
  const post = createPostToInstance({
    database,
    vault,
    instance: createInstanceClient(guard, realTime),
    now: realTime,
    breaker: createBreaker(),
  })
  const log = { warn: () => undefined }
  return {
    sync,
    tracker: (paces, now = realTime) => createInstanceTracker({ post, instanceUid: 'here', now, log, paces }),
    close: async () => {
      guard.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
      await sync.close()
    },
  }
}
