import { randomUUID } from 'node:crypto'

import { TYP } from '@accord/shared/protocol'

import { signJws } from '../../src/jws/compact-jws.ts'
import type { KeyPair } from '../../src/keys/key-pair.ts'
import { findConnection } from '../../src/store/connections/connections.ts'
import { callExchange } from '../../src/sync/exchange/call-exchange.ts'
import { signerOf } from '../../src/sync/items/parties.ts'
import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import type { Company } from './company.ts'

export type Claims = Record<string, unknown>

const REPLICA = { status: 'New', priority: '3 - Low', customKeys: {} }

/** What a company that has turned hostile can do: it signs whatever it likes by the key of its connection. */
export function forger({ bridge }: Pick<Company, 'bridge'>, connectionId: string) {
  const { sync, context } = bridge.services
  const connectionOf = async () => {
    const connection = await findConnection(context.database.db, connectionId)
    if (!connection) throw new Error('There is no such connection')
    return connection
  }
  return {
    key: async () => signerOf(sync, await connectionOf()).key,
    forge: async (claims: Claims, key?: KeyPair) => {
      const { iss, aud, connectionId: at, key: own } = signerOf(sync, await connectionOf())
      const iat = Math.floor(Date.now() / 1000)
      const all = { iss, aud, connectionId: at, iat, om: '1.0.0', via: [iss], ...claims }
      return signJws(all, TYP.message, key ?? own, 'kid')
    },
    /** In one signed call: what the other side answers. */
    exchange: async (...messages: string[]) => callExchange(sync, await connectionOf(), { messages }),
  }
}

/** The next message of a pair, as its sender knows it. */
export const nextOf = (pair: string, { epochs, sentSeq, doneSeq }: SyncPair) => ({
  pair,
  epoch: epochs.ours,
  peerEpoch: epochs.theirs,
  seq: sentSeq + 1,
  ack: doneSeq,
  mid: randomUUID(),
  kind: 'state',
  type: 'incident',
  // One that begins names a record that is in no other pair: it would take its place.
  key: sentSeq === 0 ? `FORGED-${pair.slice(0, 8)}` : 'INC0000001',
  changed: ['/summary'],
  replica: { ...REPLICA, summary: 'forged' },
  comments: [] as readonly object[],
  files: [],
})
