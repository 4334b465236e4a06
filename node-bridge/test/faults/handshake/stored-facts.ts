import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'
import { Client } from 'pg'

import type { Company } from '../company/company.ts'

/** What the bridge has really stored about who holds a connection; its own answers do not tell the keys. */
export interface StoredConnection {
  readonly id: string
  readonly side: string
  readonly state: string
  readonly invitation_id: string | null
  readonly local_key_x: string | null
  readonly remote_key_x: string | null
}

export interface StoredInvitation {
  readonly id: string
  readonly state: string
  readonly redeemed_by: string | null
}

export interface StoredFacts {
  readonly connections: readonly StoredConnection[]
  readonly invitations: readonly StoredInvitation[]
}

const CONNECTIONS = 'select id, side, state, invitation_id, local_key_x, remote_key_x from connection'
const INVITATIONS = 'select id, state, redeemed_by from invitation'

/** Reads the tables past the bridge, from outside its process. */
export const readStoredFacts = (company: Pick<Company, 'dataDir' | 'databaseUrl'>): Promise<StoredFacts> =>
  company.databaseUrl === undefined ? readSqlite(company.dataDir) : readPostgres(company.databaseUrl)

async function readSqlite(dataDir: string): Promise<StoredFacts> {
  const database = new SqliteDatabase(path.join(dataDir, 'accord.sqlite'), { readonly: true })
  try {
    return {
      connections: database.prepare<[], StoredConnection>(CONNECTIONS).all(),
      invitations: database.prepare<[], StoredInvitation>(INVITATIONS).all(),
    }
  } finally {
    database.close()
  }
}

async function readPostgres(databaseUrl: string): Promise<StoredFacts> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: connections } = await client.query<StoredConnection>(CONNECTIONS)
    const { rows: invitations } = await client.query<StoredInvitation>(INVITATIONS)
    return { connections, invitations }
  } finally {
    await client.end()
  }
}
