import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { thumbprintOf } from '../../../src/keys/key-pair.ts'
import { loadMasterKey } from '../../../src/master-key/master-key.ts'
import { createVault } from '../../../src/vault/vault.ts'
import type { ForgerKey } from './forge.ts'

/** The worst case for a forger's victim: a peer that uses its real connection key for everything except what it should. */
export function stealConnectionKey({ dataDir }: { readonly dataDir: string }, connectionId: string): ForgerKey {
  const vault = createVault(loadMasterKey({ file: path.join(dataDir, 'master.key') }))
  const database = new SqliteDatabase(path.join(dataDir, 'accord.sqlite'), { readonly: true })
  const row = database
    .prepare<[string], { x: string; sealed: string }>(
      'select local_key_x as x, local_key_sealed as sealed from connection where id = ?',
    )
    .get(connectionId)
  database.close()
  if (!row) throw new Error(`There is no connection ${connectionId}`)
  const { x } = row
  const d = vault.open(row.sealed, `connection-key:${connectionId}`)
  return { x, d, thumbprint: thumbprintOf({ kty: 'OKP', crv: 'Ed25519', x }) }
}
