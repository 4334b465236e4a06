import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { OPERATOR_ACTOR } from '../audit/actors.ts'
import { entrySigner, isProved, textToProve } from '../audit/entry-proof.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Config } from '../config/config.ts'
import { requireDataDir } from '../files/require-data-dir.ts'
import { listUnchained, proveWaiting } from '../store/audit/audit-entries.ts'
import { signWith } from '../store/engine/entry-signers.ts'
import { type Database, openExistingDatabase } from '../store/engine/database.ts'
import { holdDatabase } from '../store/engine/hold-database.ts'
import { loadMasterKeys, MasterKeyError, type MasterKeys, previousFileOf, rotateMasterKeyFile } from './master-key.ts'
import { resealEverything } from '../store/sealed/reseal.ts'
import { createVault, type Vault } from '../vault/vault.ts'

export const masterKeyOriginOf = ({ masterKey, masterKeyPrevious, dataDir }: KeySettings) => ({
  value: masterKey,
  previous: masterKeyPrevious,
  file: join(dataDir, 'master.key'),
})

/** The keys of a node that has started before. Throws `MasterKeyError` where there is none: a new one would open nothing. */
export function existingMasterKeys(config: KeySettings): MasterKeys {
  const keys = findMasterKeys(config)
  if (keys) return keys
  const { file } = masterKeyOriginOf(config)
  throw new MasterKeyError(
    `There is no master key: set ACCORD_MASTER_KEY to that of the node, or name its directory with ACCORD_DATA_DIR (${file}).`,
  )
}

/** Undefined where there is none; none is made. */
export function findMasterKeys(config: KeySettings): MasterKeys | undefined {
  const origin = masterKeyOriginOf(config)
  return origin.value === undefined && !existsSync(origin.file) ? undefined : loadMasterKeys(origin)
}

type KeySettings = Pick<Config, 'masterKey' | 'masterKeyPrevious' | 'dataDir'>

/**
 * Seals everything with a new master key. With `ACCORD_MASTER_KEY` the operator has set the new one, and the old one as
 * `ACCORD_MASTER_KEY_PREVIOUS`; with a key file a fresh key is made here. What an interrupted run has left is finished
 * first. Answers a sentence for the operator. Throws `MasterKeyError` and `VaultError`, and refuses while a node works on the
 * embedded database: it would hold the old key and open nothing any more.
 */
export async function rotateMasterKey(config: Config): Promise<string> {
  if (config.masterKey !== undefined && config.masterKeyPrevious === undefined)
    throw new MasterKeyError(
      'Set ACCORD_MASTER_KEY to the new key and ACCORD_MASTER_KEY_PREVIOUS to the one before, then run this again.',
    )
  requireDataDir(config.dataDir)
  const release = config.databaseUrl === undefined ? holdDatabase(config.dataDir) : () => undefined
  return rotate(config).finally(release)
}

async function rotate(config: Config): Promise<string> {
  const origin = masterKeyOriginOf(config)
  const database = await openExistingDatabase(config)
  try {
    const reseal = async () => {
      const { current, retired } = loadMasterKeys(origin)
      const vault = createVault(current, retired)
      const values = await resealEverything(database, vault)
      await proveAnew(database, vault)
      if (values > 0) await recordReplacement(database, vault, values)
      return values
    }
    const finished = await reseal()
    if (config.masterKey !== undefined)
      return `${finished} values were sealed anew. Remove ACCORD_MASTER_KEY_PREVIOUS once every replica has the new key.\n`
    if (finished > 0) return describe(finished, origin.file)
    rotateMasterKeyFile(origin.file)
    return describe(await reseal(), origin.file)
  } finally {
    await database.close()
  }
}

const recordReplacement = (database: Database, vault: Vault, values: number): Promise<void> =>
  database.transaction((transaction) => {
    signWith(transaction, entrySigner(vault))
    return recordAudit(transaction, {
      at: new Date(),
      actor: OPERATOR_ACTOR,
      action: 'node.masterKeyReplaced',
      subject: null,
      details: { masterKeyId: vault.keyId, values },
    })
  })

/** What still waits for its place was proved with the key before, which is soon gone. */
const proveAnew = (database: Database, vault: Vault): Promise<void> =>
  database.transaction(async (transaction) => {
    for (const { proof, ...entry } of await listUnchained(transaction, 100_000))
      if (isProved(vault, entry, proof))
        await proveWaiting(transaction, entry.id, entrySigner(vault)(textToProve(entry)))
  })

const describe = (count: number, file: string): string =>
  `${count} values were sealed anew with ${file}. Start the node, then remove ${previousFileOf(file)}.\n`
