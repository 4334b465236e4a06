import type { Company } from '../company/company.ts'
import { queryRows } from '../company/query-rows.ts'

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

export interface StoredDetails {
  readonly connections: readonly StoredConnection[]
  readonly invitations: readonly StoredInvitation[]
}

const CONNECTIONS = 'select id, side, state, invitation_id, local_key_x, remote_key_x from connection'
const INVITATIONS = 'select id, state, redeemed_by from invitation'

/** Reads the tables past the bridge, from outside its process. */
export const readStoredDetails = async (company: Pick<Company, 'dataDir' | 'databaseUrl'>): Promise<StoredDetails> => ({
  connections: await queryRows<StoredConnection>(company, CONNECTIONS),
  invitations: await queryRows<StoredInvitation>(company, INVITATIONS),
})
