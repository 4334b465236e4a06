import { createKeyPair, fingerprintOf } from '../../src/keys/key-pair.ts'
import { createVault } from '../../src/vault/vault.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import type { Company } from './company.ts'

/** A node that was set up anew under its old name: its identity key is another one. Answers the new fingerprint. */
export async function replaceIdentity(company: Company, masterKey: string): Promise<string> {
  const { privateJwk, thumbprint } = await createKeyPair()
  await company.restart(async () => {
    const { dataDir, databaseUrl } = company
    const database = await openDatabase({ dataDir, databaseUrl })
    const sealed = createVault(Buffer.from(masterKey, 'base64')).seal(privateJwk.d, 'node-identity-key')
    const replaced = { identity_x: privateJwk.x, identity_sealed: sealed }
    await database.db.updateTable('node').set(replaced).execute()
    await database.close()
  })
  return fingerprintOf(thumbprint)
}
