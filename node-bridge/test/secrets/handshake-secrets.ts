import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { InvitationPayload } from '@accord/shared/schemas'

import { loadMasterKey } from '../../src/master-key/master-key.ts'
import { createVault } from '../../src/vault/vault.ts'
import type { Company } from '../faults/company/company.ts'
import { keySecret, textSecret, type Secret } from './secret.ts'

/** Base64url characters of a payload that hold its version and the time in its id: two codes of one moment share them. */
const VERSION_AND_TIME = 32

/** What the code carries: all of it is one secret, and the invitation key inside it is another one. */
export function secretsOfCode(name: string, code: string): Secret[] {
  const [header = '', payload = ''] = code.split('.')
  const { invitationKey } = InvitationPayload.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  // The header holds only A's public key, the payload begins with a time; what follows them is nobody's business.
  const secret = code.slice(header.length + 1 + VERSION_AND_TIME)
  return [textSecret(name, secret), keySecret(`the invitation key of ${name}`, invitationKey.d)]
}

/** What its people typed and its instance made. */
export const secretsOfPeople = ({ name, secrets }: Company): Secret[] => [
  textSecret(`the operator token of ${name}`, secrets.operatorToken),
  textSecret(`the instance token of ${name}`, secrets.instanceToken),
  keySecret(`the callback key of ${name}`, secrets.callbackKey),
  textSecret(`the pairing secret of ${name}`, secrets.pairingSecret),
]

export const masterKeyFileOf = ({ dataDir }: Company): string => path.join(dataDir, 'master.key')

/** The private keys that the bridge holds, taken out of its vault with its own master key: what is searched for is real. */
export function secretsOfVault(company: Company): Secret[] {
  const masterKey = loadMasterKey({ file: masterKeyFileOf(company) })
  const vault = createVault(masterKey)
  const database = new SqliteDatabase(path.join(company.dataDir, 'accord.sqlite'), { readonly: true })
  const connections = database
    .prepare<[], { id: string; sealed: string }>(
      'select id, local_key_sealed as sealed from connection where local_key_sealed is not null',
    )
    .all()
  const identity = database.prepare<[], { sealed: string }>('select identity_sealed as sealed from node').get()
  database.close()
  if (!identity) throw new Error('The bridge has stored no identity')
  return [
    keySecret(`the master key of ${company.name}`, masterKey.toString('base64')),
    keySecret(`the identity key of ${company.name}`, vault.open(identity.sealed, 'node-identity-key')),
    ...connections.map(({ id, sealed }) =>
      keySecret(`a connection key of ${company.name}`, vault.open(sealed, `connection-key:${id}`)),
    ),
  ]
}
