import { existsSync } from 'node:fs'
import path from 'node:path'

import type { AuditVerdict } from '@accord/shared/schemas'

import { readAuditAnchor } from '../audit/audit-anchor.ts'
import { verifyAuditLog } from '../audit/verify-audit-log.ts'
import type { ChainHead } from '../audit/seal-audit.ts'
import { type Config, loadConfig } from '../config/config.ts'
import { loadMasterKeys } from '../master-key/master-key.ts'
import { masterKeyOriginOf } from '../master-key/rotate-master-key.ts'
import { createVault } from '../vault/vault.ts'
import { openExistingDatabase } from '../store/engine/database.ts'
import { findNode } from '../store/node/node-identity.ts'
import type { Environment } from './command.ts'

/** Checks the audit log beside or without a running node. A directory that was named counts before any setting. */
export async function verifyDatabase(
  environment: Environment,
  dataDir: string | undefined,
  anchor: ChainHead | undefined,
): Promise<AuditVerdict> {
  const chosen = dataDir === undefined ? {} : { ACCORD_DATA_DIR: dataDir, ACCORD_DATABASE_URL: undefined }
  // Only the database is opened here, under whatever address: the loopback setting stands in for a public URL.
  const config = loadConfig({ ...environment, ACCORD_ALLOW_HTTP_LOOPBACK: 'true', ...chosen })
  const database = await openExistingDatabase(config)
  try {
    const instanceUid = (await findNode(database.db))?.instanceUid ?? ''
    const seen = readAuditAnchor(config.dataDir, instanceUid)
    return await verifyAuditLog(database.db, { vault: vaultOf(config), anchor, seen })
  } finally {
    await database.close()
  }
}

/** Undefined where there is no key: making one here would be worse than leaving the seal unchecked. */
function vaultOf(config: Config) {
  if (config.masterKey === undefined && !existsSync(path.join(config.dataDir, 'master.key'))) return undefined
  const { current, retired } = loadMasterKeys(masterKeyOriginOf(config))
  return createVault(current, retired)
}
