import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'

import { createBridge } from '../../src/bridge.ts'
import { type Config, loadConfig } from '../../src/config/config.ts'
import { loadMasterKeys, rotateMasterKeyFile } from '../../src/master-key/master-key.ts'
import { resealEverything } from '../../src/store/sealed/reseal.ts'
import { masterKeyOriginOf, rotateMasterKey } from '../../src/master-key/rotate-master-key.ts'
import { SEALED_COLUMNS } from '../../src/store/sealed/sealed-columns.ts'
import { createVault } from '../../src/vault/vault.ts'
import { insertRedemption } from '../../src/store/handshake/redemptions.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { databaseKinds } from '../databases.ts'
import { freePort } from '../postgres.ts'
import { createLog } from '../../src/observability/log.ts'
import { newConnection } from '../store/records.ts'

const ROWS = 230

const keysOf = (config: Config) => loadMasterKeys(masterKeyOriginOf(config))

const vaultOf = (config: Config) => createVault(keysOf(config).current, keysOf(config).retired)

/** Opens every sealed value with the current key alone. Answers how many there are. */
const openAll = async (config: Config): Promise<number> => {
  const database = await openDatabase(config)
  const vault = createVault(keysOf(config).current)
  let opened = 0
  for (const { table, column, owner, contextOf } of SEALED_COLUMNS) {
    const { rows } = await sql<{ owner: unknown; sealed: string }>`
      select ${sql.ref(owner)} as owner, ${sql.ref(column)} as sealed from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(database.db)
    for (const row of rows) vault.open(row.sealed, contextOf(String(row.owner)))
    opened += rows.length
  }
  await database.close()
  return opened
}

/** Answers the fingerprint by which the node is known. */
const startAndStop = async (config: Config): Promise<string> => {
  const bridge = await createBridge(config, { show: () => undefined, log: createLog(config) })
  const { keyFingerprint } = await bridge.services.node.status()
  await bridge.close()
  return keyFingerprint
}

describe.each(databaseKinds())('the master key on $name', (kind) => {
  const made: string[] = []
  beforeAll(() => kind.start())
  afterAll(async () => {
    for (const directory of made) rmSync(directory, { recursive: true, force: true })
    await kind.stop()
  })

  const freshConfig = async (more: Record<string, string> = {}): Promise<Config> => {
    const { dataDir, databaseUrl } = await kind.fresh()
    const own = join(dataDir, randomUUID())
    made.push(own)
    return loadConfig({
      ACCORD_DATA_DIR: own,
      ACCORD_DATABASE_URL: databaseUrl,
      ACCORD_PORT: '0',
      ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
      ACCORD_LOG_LEVEL: 'silent',
      ...more,
    })
  }

  /** A redemption that waits and the key of a connection in each of many rows, more than one batch holds. */
  const fill = async (config: Config): Promise<void> => {
    const database = await openDatabase(config)
    const vault = vaultOf(config)
    await database.transaction(async (transaction) => {
      for (let row = 0; row < ROWS; row++) {
        const connection = newConnection({ side: 'destination' })
        const sealed = vault.seal(`d of ${connection.id}`, `connection-key:${connection.id}`)
        await insertConnection(transaction, { ...connection, localKey: { x: 'x', sealed } })
        const invitationId = randomUUID()
        const at = new Date()
        const rest = {
          purpose: 'rekey' as const,
          issuedAt: at,
          expiresAt: at,
          acceptedAt: at,
          invitedInstanceUid: null,
          offer: null,
          attempts: 0,
        }
        const invitationSealed = vault.seal('waiting', `invitation:${invitationId}`)
        const key = { x: 'y', sealed: vault.seal(`new d of ${connection.id}`, `connection-key:${connection.id}`) }
        await insertRedemption(transaction, {
          invitationId,
          connectionId: connection.id,
          invitationSealed,
          key,
          ...rest,
        })
      }
    })
    await database.close()
  }

  test('a key file is replaced, everything opens with the new key alone, and the node is who it was', async () => {
    const config = await freshConfig()
    const fingerprint = await startAndStop(config)
    await fill(config)
    const before = keysOf(config).current
    const values = await openAll(config)
    expect(values).toBeGreaterThan(3 * ROWS)
    expect(await rotateMasterKey(config)).toMatch(new RegExp(`^${values} values`, 'u'))
    expect(keysOf(config).current.equals(before)).toBe(false)
    rmSync(join(config.dataDir, 'master.key.previous'))
    expect(await openAll(config)).toBe(values)
    expect(await startAndStop(config)).toBe(fingerprint)
  })

  test('interrupted after the new key and after a part of the values, the node starts, and the next run finishes', async () => {
    const config = await freshConfig()
    const fingerprint = await startAndStop(config)
    await fill(config)
    rotateMasterKeyFile(join(config.dataDir, 'master.key'))
    const newKey = readFileSync(join(config.dataDir, 'master.key'), 'utf8')
    const database = await openDatabase(config)
    const vault = vaultOf(config)
    let sealed = 0
    const dying = {
      ...vault,
      seal: (...args: Parameters<typeof vault.seal>) => {
        if (++sealed > 150) throw new Error('killed')
        return vault.seal(...args)
      },
    }
    await expect(resealEverything(database, dying)).rejects.toThrow('killed')
    await database.close()

    expect(await startAndStop(config)).toBe(fingerprint)
    await rotateMasterKey(config)
    expect(readFileSync(join(config.dataDir, 'master.key'), 'utf8')).toBe(newKey)
    expect(await openAll(config)).toBeGreaterThan(2 * ROWS)
  })

  test('with keys in the environment the old one is named beside the new one; without it nothing is touched', async () => {
    const [first, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
    const config = await freshConfig({ ACCORD_MASTER_KEY: first })
    const fingerprint = await startAndStop(config)
    await expect(rotateMasterKey({ ...config, masterKey: second })).rejects.toThrow('ACCORD_MASTER_KEY_PREVIOUS')
    const port = await freePort()
    await expect(startAndStop({ ...config, port, masterKey: second })).rejects.toThrow('another master key')
    // Who was refused holds neither the address nor the database.
    expect(await startAndStop({ ...config, port })).toBe(fingerprint)
    const both = { ...config, masterKey: second, masterKeyPrevious: first }
    expect(await startAndStop(both)).toBe(fingerprint)
    expect(await rotateMasterKey(both)).toMatch(/^[1-9] values/u)
    expect(await startAndStop({ ...config, masterKey: second })).toBe(fingerprint)
    expect(existsSync(join(config.dataDir, 'master.key'))).toBe(false)
  })

  test('no sealed column of the schema is left out', async () => {
    const database = await openDatabase(await freshConfig())
    const tables = await database.db.introspection.getTables()
    const sealed = tables.flatMap(({ name, columns }) =>
      columns.flatMap((column) => (column.name.endsWith('sealed') ? [`${name}.${column.name}`] : [])),
    )
    await database.close()
    expect(sealed.toSorted()).toEqual(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted())
  })
})
